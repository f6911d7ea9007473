import type { BuildOptions } from 'esbuild';

/** How the plugin is bundled: for the app on desktops and phones. */
export const pluginBundle: BuildOptions;
/** What the app brings itself: modules that main.js may ask for. */
export const APP_MODULES: readonly string[];
/** Builds the command line to a file. */
export function buildCli(outfile?: string, watch?: boolean): Promise<void>;
/** Builds main.js and styles.css into a folder. */
export function buildPlugin(folder?: string, watch?: boolean): Promise<void>;
