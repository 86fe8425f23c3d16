/** Saving and opening files from an extension page. */
import { h } from './dom.ts';

/** Milliseconds in which the browser reads what is saved: it does so after the click. */
const READ = 60_000;

/** Lets the browser save something under a name. */
export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  h('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), READ);
}

/** Lets the browser save a text as a file, named with today's date. */
export function saveFile(file: { extension: string; type: string; text: string }, name: string): void {
  const dated = `${name}-${new Date().toISOString().slice(0, 10)}.${file.extension}`;
  saveBlob(new Blob([file.text], { type: file.type }), dated);
}

/** The same of plain data, written for people to read. */
export function saveJson(data: unknown, name: string): void {
  saveFile({ extension: 'json', type: 'application/json', text: `${JSON.stringify(data, null, 2)}\n` }, name);
}

/** Asks the reader for a file; undefined when they close the dialog. */
export function chooseFile(accept: string): Promise<File | undefined> {
  const input = h('input', { type: 'file', accept });
  return new Promise((done) => {
    input.addEventListener('cancel', () => done(undefined));
    input.addEventListener('change', () => done(input.files?.[0]));
    input.click();
  });
}

/** The same of a text file, read. */
export async function openFile(accept: string): Promise<{ name: string; text: string } | undefined> {
  const file = await chooseFile(accept);
  return file && { name: file.name, text: await file.text() };
}

/** What a text says as JSON; undefined where it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
