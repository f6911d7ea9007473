/** Builds the command line to a file. */
export function buildCli(outfile?: string, watch?: boolean): Promise<void>;
