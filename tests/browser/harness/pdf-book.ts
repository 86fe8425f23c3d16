/** A long document for measuring and endurance: headings, two columns, tables and footnotes, in two scripts. */

const SENTENCES = [
  'Memantine is an NMDA receptor antagonist; amantadine, ketamine and dextromethorphan should not be given beside it.',
  'The pharmacokinetics were studied in volunteers of several ages, and nothing in them asked for another dose.',
  'Мемантин не следует применять вместе с препаратом амантадин, а о других лекарствах говорит врач.',
  'Store below 25 °C in the original package, out of the sight and reach of children, and return what is left over.',
];

const STYLE = `section { break-after: page } section:last-child { break-after: auto }
div { columns: 2; font: 11px/1.4 serif; text-align: justify; hyphens: auto } td { border: 1px solid }`;

/** The document in HTML; printed, each section is one page. */
export function bookOf(pages: number): string {
  const body = Array.from({ length: pages }, (_, page) => {
    const text = Array.from({ length: 14 }, (_line, line) => `<p>${SENTENCES[(page + line) % SENTENCES.length]}</p>`);
    const rows = '<tr><td>amantadine<td>avoid<td>1<tr><td>warfarin<td>monitor<td>2'.repeat(2);
    return `<section><h2>${page + 1}. Part</h2><div>${text.join('')}</div><table>${rows}</table>
<small><sup>1</sup> See memantine.</small></section>`;
  });
  return `<!doctype html><html lang="en"><title>${pages} pages</title><style>${STYLE}</style>${body.join('')}</html>`;
}
