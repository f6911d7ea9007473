/** Processor time of a page's main thread, by the kernel's clock of that thread; see "CPU" in README.md. */

/** In milliseconds so far. The page's session has `Performance.enable` behind it. @param {import('playwright').CDPSession} cdp */
export async function cpu(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'ThreadTime').value * 1000;
}

/** After garbage of what went before was collected. @param {import('playwright').CDPSession} cdp */
export async function quietCpu(cdp) {
  await cdp.send('HeapProfiler.collectGarbage');
  return cpu(cdp);
}
