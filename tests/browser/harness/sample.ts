/** A page on which each setting makes a difference that can be seen. */
export const SAMPLE = `<!doctype html>
<html lang="en">
<title>Sample</title>
<style>body { font: 18px/2 serif; background: #fff; color: #222 } p { margin: 0 0 12px }</style>
<h1>First part</h1>
<p>Take memantine. Then amantadine came, and memantine again.</p>
<h2>Second part</h2>
<p>More memantine. Some sodium bicarbonate. Also donepezil.</p>
<p>Then Memantin was written as Germans do.</p>
<p>Here Memox stands alone.</p>
<p>Memox, or memantine, was chosen.</p>
</html>`;

/** What is marked where every mention is, all other settings at their defaults, in the order of the page. */
export const USUAL = [
  'memantine',
  'amantadine',
  'memantine',
  'memantine',
  'sodium bicarbonate',
  'donepezil',
  'Memantin',
  'Memox',
  'Memox',
  'memantine',
];

/** What is marked with all settings at their defaults. */
export const FIRST_IN_SECTIONS = [
  ...['memantine', 'amantadine', 'memantine', 'sodium bicarbonate', 'donepezil'],
  ...['Memantin', 'Memox'],
];
