/**
 * Which marked-up mentions of the annotated corpora name an entry of ours. Written by hand from the list of entries and
 * from what annotators mark, without the recogniser and without `knowledge/`: the recogniser is measured against it.
 *
 * A gold mention counts when its text, cut down to the bare name (see `bareName`), is one of these names, or when its
 * MeSH id is one of these. Abbreviations count by MeSH id, or in the texts where the mention is listed here by name.
 */
export const OURS: {
  readonly [id: string]: {
    /** Names of substances and products. */
    readonly names?: string;
    /** Nouns for the class, which only some corpora mark up. */
    readonly nouns?: string;
    readonly mesh?: string;
  };
} = {
  acetazolamide: { names: 'acetazolamide, diamox', mesh: 'D000086' },
  alcohol: { names: 'alcohol, ethanol, ethyl alcohol', mesh: 'D000431' },
  amantadine: { names: 'amantadine, symmetrel, gocovri, osmolex er', mesh: 'D000547' },
  amiloride: { names: 'amiloride, midamor', mesh: 'D000584' },
  antacids: { nouns: 'antacid', names: 'maalox, mylanta, tums, rolaids, milk of magnesia' },
  anticholinergics: {
    nouns: 'anticholinergic, antimuscarinic',
    names:
      'trihexyphenidyl, benztropine, benzatropine, biperiden, procyclidine, oxybutynin, tolterodine, solifenacin, scopolamine, hyoscine, hyoscyamine, diphenhydramine, cogentin, artane, detrol, benadryl',
    mesh: 'D014282, D001590, D001712, C099041, D012601, D004155',
  },
  'antidepressants-benzodiazepines': {
    nouns:
      'antidepressant, benzodiazepine, ssri, snri, tricyclic, tricyclic antidepressant, selective serotonin reuptake inhibitor, serotonin reuptake inhibitor',
  },
  antipsychotics: {
    nouns: 'antipsychotic, neuroleptic',
    names:
      'haloperidol, haldol, risperidone, risperdal, quetiapine, seroquel, olanzapine, zyprexa, aripiprazole, abilify, brexpiprazole, clozapine',
    mesh: 'D006220, D018967, C069541, C076029, C094645, D003024',
  },
  baclofen: { names: 'baclofen, lioresal', mesh: 'D001418' },
  barbiturates: { nouns: 'barbiturate', names: 'butalbital, secobarbital' },
  brinzolamide: { names: 'brinzolamide, azopt' },
  bromocriptine: { names: 'bromocriptine, parlodel', mesh: 'D001971' },
  bupropion: { names: 'bupropion, amfebutamone, wellbutrin, zyban', mesh: 'D016642' },
  'carbonic-anhydrase-inhibitors': { nouns: 'carbonic anhydrase inhibitor' },
  'cholinesterase-inhibitors': { nouns: 'cholinesterase inhibitor, acetylcholinesterase inhibitor' },
  cimetidine: { names: 'cimetidine, tagamet', mesh: 'D002927' },
  dantrolene: { names: 'dantrolene, dantrium', mesh: 'D003620' },
  dextromethorphan: { names: 'dextromethorphan, delsym', mesh: 'D003915' },
  'dextromethorphan-bupropion': { names: 'auvelity' },
  'dextromethorphan-quinidine': { names: 'nuedexta' },
  dichlorphenamide: { names: 'dichlorphenamide, diclofenamide' },
  dofetilide: { names: 'dofetilide, tikosyn' },
  donepezil: { names: 'donepezil, aricept' },
  'dopamine-agonists': { nouns: 'dopamine agonist, dopamine receptor agonist, dopaminergic agonist' },
  dorzolamide: { names: 'dorzolamide, trusopt' },
  esketamine: { names: 'esketamine, s-ketamine, spravato' },
  galantamine: { names: 'galantamine, galanthamine, reminyl, razadyne' },
  glyburide: { names: 'glyburide, glibenclamide, micronase', mesh: 'D005905' },
  'glyburide-metformin': { names: 'glucovance' },
  hydrochlorothiazide: { names: 'hydrochlorothiazide, hctz', mesh: 'D006852' },
  'hydrochlorothiazide-triamterene': { names: 'hydrochlorothiazide-triamterene, dyazide, maxzide' },
  ketamine: { names: 'ketamine, ketalar', mesh: 'D007649' },
  levodopa: { names: 'levodopa, l-dopa, sinemet, levodopa/carbidopa, carbidopa/levodopa', mesh: 'D007980' },
  memantine: { names: 'memantine, namenda', mesh: 'D008559' },
  'memantine-donepezil': { names: 'namzaric' },
  metformin: { names: 'metformin, glucophage', mesh: 'D008687' },
  methadone: { names: 'methadone', mesh: 'D008691' },
  methazolamide: { names: 'methazolamide' },
  nicotine: { names: 'nicotine, nicorette', mesh: 'D009538' },
  'nitrous-oxide': { names: 'nitrous oxide, n2o', mesh: 'D009609' },
  'nmda-antagonists': {
    nouns:
      'nmda antagonist, nmda receptor antagonist, n-methyl-d-aspartate antagonist, nmda-receptor antagonist, n-methyl-d-aspartate (nmda) antagonist, n-methyl-d-aspartate (nmda) receptor antagonist',
  },
  'oral-anticoagulants': {
    nouns:
      'anticoagulant, oral anticoagulant, vitamin k antagonist, coumarin, coumarin anticoagulant, coumarin-type anticoagulant, coumarin derivative, blood thinner',
    names: 'acenocoumarol, phenprocoumon',
  },
  phencyclidine: { names: 'phencyclidine, pcp', mesh: 'D010622' },
  phenobarbital: { names: 'phenobarbital, phenobarbitone, luminal', mesh: 'D010634' },
  phenytoin: { names: 'phenytoin, diphenylhydantoin, dilantin', mesh: 'D010672' },
  'potassium-citrate': { names: 'potassium citrate' },
  pramipexole: { names: 'pramipexole, mirapex' },
  primidone: { names: 'primidone, mysoline' },
  procainamide: { names: 'procainamide, procanbid, pronestyl', mesh: 'D011342' },
  quinidine: { names: 'quinidine, quinidex', mesh: 'D011802' },
  quinine: { names: 'quinine', mesh: 'D011803' },
  ranitidine: { names: 'ranitidine, zantac', mesh: 'D011899' },
  riluzole: { names: 'riluzole' },
  rivastigmine: { names: 'rivastigmine, exelon' },
  ropinirole: { names: 'ropinirole, requip' },
  rotigotine: { names: 'rotigotine' },
  selegiline: { names: 'selegiline, deprenyl, eldepryl', mesh: 'D012642' },
  'sodium-bicarbonate': { names: 'sodium bicarbonate, nahco3', mesh: 'D017693' },
  'sodium-citrate': { names: 'sodium citrate' },
  topiramate: { names: 'topiramate, topamax', mesh: 'C052342' },
  triamterene: { names: 'triamterene, dyrenium', mesh: 'D014223' },
  tromethamine: { names: 'tromethamine, trometamol' },
  warfarin: { names: 'warfarin, coumadin, jantoven', mesh: 'D014859' },
  zonisamide: { names: 'zonisamide, zonegran', mesh: 'C022189' },
};

const SALT =
  /\s(?:hydrochloride|hcl|hydrobromide|hbr|sodium|potassium|sulfate|sulphate|gluconate|mesylate|tartrate|fumarate|maleate|succinate)$/;
const HEAD = /\s(?:drug|agent|medication|medicine|preparation|product|compound|class)$/;
const MODIFIER =
  /^(?:atypical|conventional|typical|long-acting|short-acting|cyclic|tetracyclic|serotonergic|maoi|warfarin-type|warfarin|indanedione) /;
const STEREO = /^(?:\(?[rs]\)?(?:\([+-]\))?[- ]+|\([+-]\)-|racemic |sodium (?=warfarin))/;

/** A marked-up text without case, plural, salt, stereo descriptor and head noun. */
export function bareName(text: string): string {
  let name = text.toLowerCase().replace(/\s+/g, ' ').trim();
  if (NAMES.has(name)) return name;
  name = name.replace(/s$/, '');
  for (const part of [HEAD, SALT, MODIFIER, STEREO]) {
    if (NAMES.has(name)) break;
    name = name.replace(part, '').replace(/s$/, '');
  }
  return name;
}

const split = (list = ''): string[] =>
  list
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);
const index = (field: 'names' | 'nouns' | 'mesh'): Map<string, string> =>
  new Map(Object.entries(OURS).flatMap(([id, entry]) => split(entry[field]).map((name) => [name, id] as const)));
const MESH = index('mesh');
const NOUNS = index('nouns');
/** Every bare name with its entry, for the word-list baselines. */
export const NAMES: ReadonlyMap<string, string> = new Map([...index('names'), ...NOUNS]);

/** The entry that a gold mention names, if it is one of ours. */
export function ourEntry(mention: { readonly text: string; readonly mesh?: string }): string | undefined {
  return NAMES.get(bareName(mention.text)) ?? MESH.get(mention.mesh ?? '');
}

/** Whether a mention's text is a noun for a class, not a substance or product. */
export function isClassNoun(text: string): boolean {
  return NOUNS.has(bareName(text));
}
