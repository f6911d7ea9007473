import type { CommandIo } from './command.js';

/** Runs shorter than this show nothing. */
const QUIET_MS = 400;
const STEP_MS = 100;

export interface Progress {
  update(done: number, total: number): void;
  end(): void;
}

/** One line on standard error that counts up, for long runs on a terminal; silent everywhere else. */
export function startProgress(what: string, io: CommandIo): Progress {
  if (!io.errIsTerminal) return { update: () => undefined, end: () => undefined };
  const started = performance.now();
  let shown = 0;
  return {
    update(done, total) {
      const now = performance.now();
      if (now - started < QUIET_MS || now - shown < STEP_MS) return;
      shown = now;
      io.err(`\r${what} ${done} of ${total}`);
    },
    end() {
      if (shown > 0) io.err('\r\u001b[K');
    },
  };
}
