/** Preloaded into Node programs where no GNU time is at hand: leaves the peak memory, in kilobytes, in a file. */
const { readFileSync, writeFileSync } = require('node:fs');

process.on('exit', () => {
  const file = process.env.BENCH_PEAK;
  if (file === undefined) return;
  let before = 0;
  try {
    before = Number(readFileSync(file, 'utf8'));
  } catch {
    // The first of the program's processes to end.
  }
  writeFileSync(file, String(Math.max(before, process.resourceUsage().maxRSS)));
});
