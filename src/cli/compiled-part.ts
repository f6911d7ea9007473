/**
 * Loads a part of this program that was bundled by itself, with what V8 compiled of it in an earlier run: to compile the
 * rules takes as long as all the work of a check. What was compiled stands beside the part, in the folder of the program.
 * V8 takes it only when it is whole and from the same V8 with the same flags; the part's name changes with its text.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
import type { ForGitPart } from './for-git-commands.js';
import type { ForGitIo } from './for-git-io.js';

/** Beside the parts. */
const FOLDER = 'compiled';

export class CompiledPart implements ForGitPart {
  readonly #file: string;
  readonly #compiled: string;

  /** `folder` holds the part of the file name `name`: a bundle in CommonJS, in ASCII, that exports `run`. */
  constructor(
    private readonly folder: string,
    name: string,
  ) {
    this.#file = join(folder, name);
    this.#compiled = join(folder, FOLDER, `${name}-${process.version}-${process.arch}`);
  }

  /** Throws when the part is not there. */
  async run(argv: readonly string[], io: ForGitIo): Promise<number> {
    const cachedData = this.#readCompiled();
    const script = new Script(`(function (module, require) {${readFileSync(this.#file, 'latin1')}\n})`, { filename: this.#file, ...(cachedData === undefined ? {} : { cachedData }) });
    const module: { exports: Partial<ForGitPart> } = { exports: {} };
    const evaluate: unknown = script.runInThisContext();
    if (typeof evaluate === 'function') Reflect.apply(evaluate, undefined, [module, createRequire(this.#file)]);
    if (module.exports.run === undefined) throw new Error(`"${this.#file}" is no part of this program.`);
    const code = await module.exports.run(argv, io);
    // Now all is compiled that a run needs.
    if (cachedData === undefined || script.cachedDataRejected === true) this.#keep(script);
    return code;
  }

  #readCompiled(): Buffer | undefined {
    try {
      return readFileSync(this.#compiled);
    } catch {
      return undefined;
    }
  }

  /** Where the program may not be written to, each run compiles anew. */
  #keep(script: Script): void {
    const temporary = `${this.#compiled}.${process.pid}.tmp`;
    try {
      mkdirSync(join(this.folder, FOLDER), { recursive: true });
      writeFileSync(temporary, '', { flag: 'wx' });
      writeFileSync(temporary, script.createCachedData());
      renameSync(temporary, this.#compiled);
    } catch {
      rmSync(temporary, { force: true });
    }
  }
}
