/**
 * Names for dictionaries larger than ours, since no package has 100,000 real ones: a first syllable, up to two middle ones
 * and a stem of the INN list ("-azolam", "-tidine"), as INNs are built, some with a salt. Always the same for a count.
 */
const FIRST =
  'ab ac ad al am an ar as az ba be bi bo bra bu ca ce ci clo co da de di do dro du e el en er es eto fa fe fi flu fo ga ge gli gu ha he hy i ib in io is ka ke la le li lo lu ma me mi mo my na ne ni no o ol om or ox pa pe phe pi pra pro qui ra re ri ro ru sa se si sul su ta te ti to tri u va ve vi vo xa xi za ze zi zo'.split(
    ' ',
  );
const MIDDLE =
  'ba ben bi bro ca ce clo cro da de di do dro fa fe flo fu ga gli ha hy la le li lo ma me mi mo na ne ni no pa pe pi pra pro qua ra re ri ro sa se si sul ta te ti to tra tri va ve vi vo xa xe za zo'.split(
    ' ',
  );
const STEM =
  'adol afil alol ane arit astat azepam azine azole azoline azosin barbital bactam caine cillin conazole curium cycline dipine dronate entan fenac fibrate floxacin formin gliptin gliflozin grel idone ilide imus ine kinra lukast mab mantadine micin mustine nidazole olol olone onide oxacin oxetine parin pamide peridone platin prazole pril profen quine racetam rubicin sartan setron sidone statin sulfan tadine terol thiazide tidine toin triptan tropium uracil vastatin vir zepam zolamide zone'.split(
    ' ',
  );
const SALT = ['hydrochloride', 'sodium', 'sulfate', 'mesylate'];

/** `count` different names. */
export function generatedNames(count: number): string[] {
  const names = new Set<string>();
  const next = random(1);
  const pick = (list: readonly string[]): string => list[Math.floor(next() * list.length)]!;
  while (names.size < count) {
    const middle = next() < 0.5 ? pick(MIDDLE) : pick(MIDDLE) + pick(MIDDLE);
    const name = pick(FIRST) + middle + pick(STEM);
    names.add(next() < 0.1 ? `${name} ${pick(SALT)}` : name);
  }
  return [...names];
}

/** Numbers from 0 to 1, the same for a seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
