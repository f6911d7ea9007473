import type { LaunchOptions } from 'playwright';
import { browserPath } from '../browser.js';

/**
 * How the tests start Chromium. The variables that the packaged browser needs go to the browser alone: the command-line
 * tests of the same run keep their own folder for temporary files.
 */
export async function chromiumLaunch(): Promise<LaunchOptions> {
  const before = { ...process.env };
  const executablePath = await browserPath();
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) env[name] = value;
  for (const name of Object.keys(process.env)) if (!(name in before)) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, before);
  return { executablePath, env, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] };
}
