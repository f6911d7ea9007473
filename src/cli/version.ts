import manifest from '../../manifest.json' with { type: 'json' };

/** The version of the plugin and the command line, which are one release. */
export const VERSION: string = manifest.version;
