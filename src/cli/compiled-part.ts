/**
 * Loads a part of this program that was bundled by itself, with what V8 compiled of it in an earlier run: to compile takes
 * longer than most commands run. What was compiled stands beside the parts, in the folder of the program, with a checksum:
 * V8 sees by itself when it comes from another V8 or other flags, but not that it is damaged. A part's name changes with
 * its text.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';

/** What a part exports: given the words of the command line, it gives the exit code. */
export interface ProgramPart<Io> {
  run(argv: readonly string[], io: Io): Promise<number>;
}

/** The folder of parts beside the program. */
export const PARTS = 'parts';
/** Beside the parts. */
const FOLDER = 'compiled';
const CHECKSUM_BYTES = 4;
const COULD_NOT_RUN = 2;

export class CompiledPart<Io> implements ProgramPart<Io> {
  readonly #file: string;
  readonly #compiled: string;

  /**
   * `folder` holds the part of the file name `name`: a bundle in CommonJS, in ASCII, that exports `run`. Runs that do
   * different things need different functions of it: what is compiled is kept for each `purpose`.
   */
  constructor(
    private readonly folder: string,
    name: string,
    purpose = '',
  ) {
    this.#file = join(folder, name);
    this.#compiled = join(folder, FOLDER, [name, process.version, process.arch, ...(purpose === '' ? [] : [purpose])].join('-'));
  }

  /** Throws when the part is not there. */
  async run(argv: readonly string[], io: Io): Promise<number> {
    const cachedData = this.#readCompiled();
    const script = new Script(`(function (module, require) {${readFileSync(this.#file, 'latin1')}\n})`, { filename: this.#file, ...(cachedData === undefined ? {} : { cachedData }) });
    const module: { exports: Partial<ProgramPart<Io>> } = { exports: {} };
    const evaluate: unknown = script.runInThisContext();
    if (typeof evaluate === 'function') Reflect.apply(evaluate, undefined, [module, createRequire(this.#file)]);
    if (module.exports.run === undefined) throw new Error(`"${this.#file}" is no part of this program.`);
    const code = await module.exports.run(argv, io);
    // Now all is compiled that such a run needs, unless it could not run.
    if (code !== COULD_NOT_RUN && (cachedData === undefined || script.cachedDataRejected === true)) this.#keep(script);
    return code;
  }

  #readCompiled(): Buffer | undefined {
    try {
      const kept = readFileSync(this.#compiled);
      const compiled = kept.subarray(0, -CHECKSUM_BYTES);
      return kept.readUInt32LE(compiled.length) === crc32(compiled) ? compiled : undefined;
    } catch {
      return undefined;
    }
  }

  #keep(script: Script): void {
    const compiled = script.createCachedData();
    const checksum = Buffer.alloc(CHECKSUM_BYTES);
    checksum.writeUInt32LE(crc32(compiled));
    try {
      mkdirSync(join(this.folder, FOLDER), { recursive: true });
      this.#replace(Buffer.concat([compiled, checksum]));
    } catch {
      // Where the program may not be written to, each run compiles anew.
    }
  }

  #replace(kept: Buffer): void {
    const temporary = `${this.#compiled}.${process.pid}.tmp`;
    try {
      writeFileSync(temporary, kept, { flag: 'wx' });
      renameSync(temporary, this.#compiled);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
  }
}
