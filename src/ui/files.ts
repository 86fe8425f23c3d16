/** Saving and opening files from an extension page. */

/** Lets the browser save a text as a file, named with today's date. */
export function saveFile(file: { extension: string; type: string; text: string }, name: string): void {
  const url = URL.createObjectURL(new Blob([file.text], { type: file.type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}-${new Date().toISOString().slice(0, 10)}.${file.extension}`;
  link.click();
  // The browser reads the blob after the click.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** The same of plain data, written for people to read. */
export function saveJson(data: unknown, name: string): void {
  saveFile({ extension: 'json', type: 'application/json', text: `${JSON.stringify(data, null, 2)}\n` }, name);
}

/** Asks the reader for a text file; undefined when they close the dialog. */
export function openFile(accept: string): Promise<{ name: string; text: string } | undefined> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accept;
  return new Promise((done, failed) => {
    input.addEventListener('cancel', () => done(undefined));
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (!file) done(undefined);
      else file.text().then((text) => done({ name: file.name, text }), failed);
    });
    input.click();
  });
}
