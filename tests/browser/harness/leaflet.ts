/** A leaflet for pictures of the PDF viewer, and how a reader opens a card in it. */
import type { Page } from 'puppeteer-core';
import { until } from './probe.ts';

/** Set as such documents are: headings for the outline, a table, two columns. */
export const LEAFLET = `<!doctype html><html lang="en"><title>About memantine</title><meta charset="utf-8">
<style>body { font: 15px/1.5 serif } h1, h2 { font-family: sans-serif } h2 + .two { columns: 2; text-align: justify; hyphens: auto }
h2.next { break-before: page } td, th { border: 1px solid #999; padding: 4px 8px; text-align: start } table { border-collapse: collapse }</style>
<h1>About memantine</h1>
<p>Memantine is an NMDA receptor antagonist for people with moderate to severe Alzheimer’s disease. This page is a sample, set
as leaflets are, to show how the lens reads a document; it replaces no leaflet.</p>
<h2>1. What goes with it, and what does not</h2><div class="two">
<p>Amantadine, ketamine and dextromethorphan act at the same receptor; they should not be taken beside memantine. Cough
syrups that hold dextromethorphan are easily overlooked.</p>
<p>Where the urine turns alkaline, for example with sodium bicarbonate or carbonic anhydrase inhibitors, less memantine
leaves the body.</p><p>The effects of levodopa and of anticholinergics may become stronger beside memantine, and with warfarin
the clotting time should be watched.</p></div>
<h2>2. At a glance</h2><table><tr><th>Medicine<th>Beside memantine<tr><td>amantadine<td>avoid<tr><td>warfarin<td>watch<tr>
<td>cimetidine, ranitidine<td>levels may rise</table>
<h2 class="next">3. Other uses</h2><p>Memantine is also taken for depression and for obsessive-compulsive disorder.</p>
<h2>4. Storage</h2><p>Keep it out of the reach of children.</p></html>`;

/** Opens the card of the first name that is marked, as a reader does. */
export async function openCard(page: Page): Promise<void> {
  await page.bringToFront();
  const place = await until(
    () =>
      page.evaluate(() => {
        const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight] as Range[]);
        const boxes = ranges.map((range) => range.getBoundingClientRect()).filter(({ top }) => top > 200);
        const box = boxes.sort((a, b) => a.top - b.top)[0];
        return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : undefined;
      }),
    (found) => found !== undefined,
    20_000,
  );
  await page.mouse.move(2, 2);
  await page.mouse.move(place!.x, place!.y, { steps: 3 });
  await page.waitForFunction(() => document.querySelector('html > div[popover]:popover-open'), { timeout: 20_000 });
}
