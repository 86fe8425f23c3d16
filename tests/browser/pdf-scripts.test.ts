/** Documents in Chinese, Japanese, Korean and Arabic: read by the character maps of the package, and from right to left. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { viewerPath } from '../../src/shared/pdf/address.ts';
import type { Served } from '../../src/tools/serve.ts';
import { BROWSERS, type Lens } from './harness/browsers.ts';
import { foundTexts } from './harness/own-pages.ts';
import { pdfOfMapped, print } from './harness/pdf.ts';
import { until } from './harness/probe.ts';
import { onStage } from './harness/stage.ts';

const utf16 = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex');

/** Codes of the names in encodings that Node does not write. */
const CODES = { gbk: 'c3c0bdf0b8d5', shiftJis: '8381837d839383608393', uhc: 'b8deb8b8c6be', big5: 'acfcaaf7ade8' };

const CHINESE = pdfOfMapped([
  { map: 'UniGB-UCS2-H', ordering: 'GB1', codes: utf16('美金刚与金刚烷胺合用时应当避免') },
  { map: 'GBK-EUC-H', ordering: 'GB1', codes: CODES.gbk },
  { map: 'ETen-B5-H', ordering: 'CNS1', codes: CODES.big5 },
]);
const JAPANESE = pdfOfMapped([
  { map: 'UniJIS-UCS2-H', ordering: 'Japan1', codes: utf16('メマンチンとアマンタジン') },
  { map: '90ms-RKSJ-H', ordering: 'Japan1', codes: CODES.shiftJis },
]);
const KOREAN = pdfOfMapped([
  { map: 'UniKS-UCS2-H', ordering: 'Korea1', codes: utf16('메만틴과 아만타딘') },
  { map: 'KSCms-UHC-H', ordering: 'Korea1', codes: CODES.uhc },
]);
const ARABIC = `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><title>ميمانتين</title>
<p style="width:16em;text-align:justify">لا يؤخذ دواء ميمانتين مع دواء memantine أو amantadine إلا بأمر الطبيب، وهذا سطر طويل ثم يأتي ميمانتين مرة أخرى.</p></html>`;
const HEBREW = `<!doctype html><html lang="he" dir="rtl"><meta charset="utf-8"><title>עלון</title>
<p>אין ליטול memantine עם amantadine ללא הוראת רופא.</p></html>`;

describe.each(BROWSERS)('PDF documents of other scripts in %s', (name) => {
  let lens: Lens;
  let site: Served;
  let page: Page;
  let options: Page;

  const documents = async () => {
    const [arabic, hebrew] = await print([ARABIC, HEBREW]);
    return {
      '/chinese.pdf': CHINESE,
      '/japanese.pdf': JAPANESE,
      '/korean.pdf': KOREAN,
      '/arabic.pdf': arabic!.pdf,
      '/hebrew.pdf': hebrew!.pdf,
    };
  };
  onStage(name, documents, (stage) => {
    ({ lens, site, page, own: options } = stage);
  });

  it.each([
    ['chinese', ['美金刚', '金刚烷胺', '美金刚', '美金剛']],
    ['japanese', ['メマンチン', 'アマンタジン', 'メマンチン']],
    ['korean', ['메만틴', '아만타딘', '메만틴']],
    ['arabic', ['ميمانتين', 'memantine', 'amantadine', 'ميمانتين']],
    ['hebrew', ['memantine', 'amantadine']],
  ])('%s names are found and marked, each in one piece', async (script, expected) => {
    const address = lens.extensionUrl(viewerPath(`${site.origin}/${script}.pdf`));
    await lens.open(page, address);
    const found = await until(
      () => foundTexts(options, address).catch(() => []),
      (texts) => texts.length >= expected.length,
      30_000,
    );
    expect(found).toEqual(expected);
    await page.bringToFront();
    const widths = () =>
      page.evaluate(() =>
        [...CSS.highlights.values()].flatMap((highlight) =>
          [...highlight].map((range) => (range as Range).getBoundingClientRect().width),
        ),
      );
    const marked = await until(widths, (all) => all.length >= expected.length);
    expect(marked).toHaveLength(expected.length);
    expect(Math.min(...marked)).toBeGreaterThan(15);
  });

  it('text from right to left is read as it is written', async () => {
    const address = lens.extensionUrl(viewerPath(`${site.origin}/arabic.pdf`));
    await lens.open(page, address);
    const around = await until(
      () =>
        options.evaluate(async (url) => {
          const api = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
          const tab = (await api.tabs.query({})).find((one) => one.url === url);
          const ask = api.tabs.sendMessage(tab!.id!, { lens: 'export-mentions' }, { frameId: 0 });
          return ((await ask.catch(() => undefined)) as { prefix: string; suffix: string }[] | undefined)?.at(1);
        }, address),
      (mention) => mention !== undefined,
      30_000,
    );
    expect(around!.prefix.endsWith('لا يؤخذ دواء ميمانتين مع دواء ')).toBe(true);
    expect(around!.suffix.startsWith(' أو amantadine إلا بأمر الطبيب')).toBe(true);
  });
});
