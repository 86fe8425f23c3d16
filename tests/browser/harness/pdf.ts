/** PDF documents for tests: written by hand where a detail matters, printed by Chromium where the text does. */
import { createHash } from 'node:crypto';
import puppeteer from 'puppeteer-core';
import { findBrowser } from '../../../src/tools/find-browser.ts';

const HEAD = '%PDF-1.4\n';

/** A document of one page with one line of text, as the least that a viewer of PDF files opens. */
export function pdfOf(text: string): string {
  return assemble(objectsOf(`BT /F1 24 Tf 72 700 Td (${text}) Tj ET`));
}

/** A page on which there is a picture, or something drawn, and no text. */
export function pdfOfPicture(): string {
  return assemble(objectsOf('0.2 0.4 0.6 rg 72 600 300 100 re f'));
}

/** Where `pdfOfParts` has its field, in the page's units, of 612 by 792. */
export const FIELD = { x: 72, y: 500, width: 200, height: 30 };

/** A page with a field that is filled in (drawn as a red box), a link that leads out, and a script that would ask something. */
export function pdfOfParts(target: string): string {
  const { x, y, width, height } = FIELD;
  const [, pages, page, content, font] = objectsOf('BT /F1 24 Tf 72 700 Td (Take memantine) Tj ET') as string[];
  const box = `1 0 0 rg 0 0 ${width} ${height} re f`;
  const rect = `[${x} ${y} ${x + width} ${y + height}]`;
  return assemble([
    '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] >> /OpenAction << /S /JavaScript /JS (app.alert(1);) >> >>',
    ...[pages!, page!.replace(/>>$/, '/Annots [6 0 R 7 0 R] >>'), content!, font!],
    `<< /Type /Annot /Subtype /Widget /FT /Tx /T (dose) /V (amantadine 10 mg) /F 4 /P 3 0 R /Rect ${rect} /AP << /N 8 0 R >> >>`,
    `<< /Type /Annot /Subtype /Link /Rect [72 400 272 430] /A << /S /URI /URI (${target}) >> >>`,
    `<< /Type /XObject /Subtype /Form /BBox [0 0 ${width} ${height}] /Length ${box.length} >>\nstream\n${box}\nendstream`,
  ]);
}

/** A form of XFA: what it shows is built by a program of Adobe's from XML, and to others it has a page that says to wait. */
export function pdfOfXfa(shown: string, inForm: string): string {
  const [, ...others] = objectsOf(`BT /F1 24 Tf 72 700 Td (${shown}) Tj ET`);
  const template = `<template xmlns="http://www.xfa.org/schema/xfa-template/3.3/"><subform name="form" layout="tb"><pageSet>
<pageArea name="page"><contentArea w="7in" h="10in"/><medium stock="letter"/></pageArea></pageSet><draw w="5in" h="1in"><value>
<text>${inForm}</text></value></draw></subform></template>`;
  const xml = `<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/">${template}</xdp:xdp>`;
  return assemble([
    '<< /Type /Catalog /Pages 2 0 R /NeedsRendering true /AcroForm << /Fields [] /XFA 6 0 R >> >>',
    ...others,
    `<< /Length ${xml.length} >>\nstream\n${xml}\nendstream`,
  ]);
}

/** A document with another one in it. */
export function pdfOfAttached(text: string, attached: string): string {
  const [, ...others] = objectsOf(`BT /F1 24 Tf 72 700 Td (${text}) Tj ET`);
  return assemble([
    '<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(notes.txt) 6 0 R] >> >> >>',
    ...others,
    '<< /Type /Filespec /F (notes.txt) /EF << /F 7 0 R >> >>',
    `<< /Type /EmbeddedFile /Length ${attached.length} >>\nstream\n${attached}\nendstream`,
  ]);
}

/** A line in a font that is named and not in the file: which characters the codes mean, character maps alone tell. */
export interface MappedLine {
  /** Predefined character map, such as `90ms-RKSJ-H`. */
  readonly map: string;
  /** Character collection of Adobe: GB1, CNS1, Japan1, Korea1. */
  readonly ordering: string;
  /** Codes of the text, in hexadecimal. */
  readonly codes: string;
}

/** A document of one page with lines that can only be read with character maps. */
export function pdfOfMapped(lines: readonly MappedLine[]): string {
  const drawn = lines.map(({ codes }, at) => `BT /F${at} 20 Tf 72 ${720 - at * 40} Td <${codes}> Tj ET`).join('\n');
  const fonts = lines.flatMap(({ map, ordering }, at) => [
    `<< /Type /Font /Subtype /Type0 /BaseFont /Away /Encoding /${map} /DescendantFonts [${6 + at * 3} 0 R] >>`,
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Away /DW 1000 /FontDescriptor ${7 + at * 3} 0 R
/CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 2 >> >>`,
    `<< /Type /FontDescriptor /FontName /Away /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800
/Descent -200 /CapHeight 700 /StemV 80 >>`,
  ]);
  const resources = lines.map((_, at) => `/F${at} ${5 + at * 3} 0 R`).join(' ');
  const [catalog, pages, , content] = objectsOf(drawn) as [string, string, string, string];
  const page = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << ${resources} >> >> >>`;
  return assemble([catalog, pages, page, content, ...fonts]);
}

/** The same as `pdfOf`, opened by a password alone (standard security handler, revision 2). */
export function lockedPdf(text: string, password: string): Buffer {
  const id = Buffer.from('0123456789abcdef', 'latin1');
  const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
  const padded = Buffer.concat([Buffer.from(password, 'latin1'), padding]).subarray(0, 32);
  const owner = rc4(md5(padded).subarray(0, 5), padded);
  const permissions = Buffer.from([0xfc, 0xff, 0xff, 0xff]);
  const key = md5(Buffer.concat([padded, owner, permissions, id])).subarray(0, 5);
  const user = rc4(key, padding);
  const content = (number: number, plain: string): string => {
    const own = md5(Buffer.concat([key, Buffer.from([number, 0, 0, 0, 0])])).subarray(0, 10);
    return rc4(own, Buffer.from(plain, 'latin1')).toString('latin1');
  };
  const objects = objectsOf(content(4, `BT /F1 24 Tf 72 700 Td (${text}) Tj ET`));
  objects.push(`<< /Filter /Standard /V 1 /R 2 /O <${owner.toString('hex')}> /U <${user.toString('hex')}> /P -4 >>`);
  const hex = id.toString('hex');
  return Buffer.from(assemble(objects, `/Encrypt 6 0 R /ID [<${hex}> <${hex}>]`), 'latin1');
}

function objectsOf(drawn: string): string[] {
  return [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
}

function assemble(objects: readonly string[], more = ''): string {
  let file = HEAD;
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const size = objects.length + 1;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  return `${file}xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}trailer\n<< /Size ${size} /Root 1 0 R ${more} >>\nstartxref\n${file.length}\n%%EOF\n`;
}

const md5 = (data: Buffer): Buffer => createHash('md5').update(data).digest();

/** Node's own is off by default. */
function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Array.from({ length: 256 }, (_, index) => index);
  const swap = (a: number, b: number): void => {
    [state[a], state[b]] = [state[b]!, state[a]!];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + state[i]! + key[i % key.length]!) & 255;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 255;
      j = (j + state[i]!) & 255;
      swap(i, j);
      return byte ^ state[(state[i]! + state[j]!) & 255]!;
    }),
  );
}

/** An HTML document on paper, and the text that it shows, a line a block or cell. */
export interface Printed {
  readonly pdf: Buffer;
  readonly text: string;
}

/**
 * Prints HTML documents as Chromium does, with an outline of their headings, on A4.
 *
 * @param tagged whether the document tells its structure
 */
export async function print(pages: readonly string[], tagged = true): Promise<Printed[]> {
  const browser = await puppeteer.launch({ executablePath: findBrowser('chrome'), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    // Nothing is fetched, and nothing runs: what is printed is what is given.
    await page.setJavaScriptEnabled(false);
    await page.setRequestInterception(true);
    page.on('request', (request) => void (request.url().startsWith('data:') ? request.continue() : request.abort()));
    const margin = { top: '20mm', bottom: '20mm', left: '20mm', right: '20mm' };
    const printed: Printed[] = [];
    for (const html of pages) {
      await page.setContent(html, { waitUntil: 'domcontentloaded', timeout: 300_000 });
      await page.emulateMediaType('print');
      const text = await page.evaluate(() => document.body.innerText);
      const pdf = await page.pdf({ format: 'A4', outline: tagged, tagged, margin, timeout: 600_000 });
      printed.push({ pdf: Buffer.from(pdf), text });
    }
    return printed;
  } finally {
    await browser.close();
  }
}
