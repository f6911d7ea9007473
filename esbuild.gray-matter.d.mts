import type { Plugin } from 'esbuild';

export declare const grayMatterPlugin: Plugin;
