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
  acenocoumarol: { names: 'acenocoumarol' },
  acetazolamide: { names: 'acetazolamide, diamox', mesh: 'D000086' },
  alcohol: { names: 'alcohol, ethanol, ethyl alcohol', mesh: 'D000431' },
  alprazolam: { names: 'alprazolam, xanax' },
  amantadine: { names: 'amantadine, symmetrel, gocovri, osmolex er', mesh: 'D000547' },
  amiloride: { names: 'amiloride, midamor', mesh: 'D000584' },
  'amiloride-hydrochlorothiazide': { names: 'moduretic' },
  amitriptyline: { names: 'amitriptyline, elavil' },
  antacids: { nouns: 'antacid', names: 'maalox, mylanta, tums, rolaids, milk of magnesia' },
  anticholinergics: { nouns: 'anticholinergic, antimuscarinic', names: 'procyclidine, hyoscyamine' },
  anticonvulsants: {
    nouns: 'anticonvulsant, antiepileptic, antiepileptic drug, antiseizure, anti-epileptic, antiepilepsy, aed',
  },
  antidepressants: { nouns: 'antidepressant' },
  antihistamines: { nouns: 'antihistamine' },
  antipsychotics: { nouns: 'antipsychotic, neuroleptic' },
  apomorphine: { names: 'apomorphine', mesh: 'D001058' },
  aripiprazole: { names: 'aripiprazole, abilify', mesh: 'C094645' },
  baclofen: { names: 'baclofen, lioresal', mesh: 'D001418' },
  barbiturates: { nouns: 'barbiturate', names: 'butalbital, secobarbital' },
  benzatropine: { names: 'benztropine, benzatropine, cogentin', mesh: 'D001590' },
  benzodiazepines: { nouns: 'benzodiazepine' },
  biperiden: { names: 'biperiden', mesh: 'D001712' },
  brexpiprazole: { names: 'brexpiprazole' },
  brinzolamide: { names: 'brinzolamide, azopt' },
  bromocriptine: { names: 'bromocriptine, parlodel', mesh: 'D001971' },
  bupropion: { names: 'bupropion, amfebutamone, wellbutrin, zyban', mesh: 'D016642' },
  cabergoline: { names: 'cabergoline' },
  carbamazepine: { names: 'carbamazepine, tegretol' },
  'carbonic-anhydrase-inhibitors': { nouns: 'carbonic anhydrase inhibitor' },
  cetirizine: { names: 'cetirizine' },
  chlorphenamine: { names: 'chlorphenamine, chlorpheniramine' },
  'cholinesterase-inhibitors': {
    nouns: 'cholinesterase inhibitor, acetylcholinesterase inhibitor, anticholinesterase',
  },
  cimetidine: { names: 'cimetidine, tagamet', mesh: 'D002927' },
  citalopram: { names: 'citalopram, celexa' },
  clonazepam: { names: 'clonazepam, klonopin' },
  clozapine: { names: 'clozapine', mesh: 'D003024' },
  dantrolene: { names: 'dantrolene, dantrium', mesh: 'D003620' },
  dextromethorphan: { names: 'dextromethorphan, delsym', mesh: 'D003915' },
  'dextromethorphan-bupropion': { names: 'auvelity' },
  'dextromethorphan-quinidine': { names: 'nuedexta' },
  diazepam: { names: 'diazepam, valium' },
  dichlorphenamide: { names: 'dichlorphenamide, diclofenamide' },
  diphenhydramine: { names: 'diphenhydramine, benadryl', mesh: 'D004155' },
  dofetilide: { names: 'dofetilide, tikosyn' },
  donepezil: { names: 'donepezil, aricept' },
  'dopamine-agonists': { nouns: 'dopamine agonist, dopamine receptor agonist, dopaminergic agonist, dopaminergic' },
  dorzolamide: { names: 'dorzolamide, trusopt' },
  duloxetine: { names: 'duloxetine, cymbalta' },
  escitalopram: { names: 'escitalopram, lexapro' },
  esketamine: { names: 'esketamine, s-ketamine, spravato' },
  fluoxetine: { names: 'fluoxetine, prozac' },
  fluvoxamine: { names: 'fluvoxamine, luvox' },
  gabapentin: { names: 'gabapentin, neurontin' },
  galantamine: { names: 'galantamine, galanthamine, reminyl, razadyne' },
  glyburide: { names: 'glyburide, glibenclamide, micronase', mesh: 'D005905' },
  'glyburide-metformin': { names: 'glucovance' },
  haloperidol: { names: 'haloperidol, haldol', mesh: 'D006220' },
  hydrochlorothiazide: { names: 'hydrochlorothiazide, hctz', mesh: 'D006852' },
  'hydrochlorothiazide-combinations': { names: 'hyzaar, zestoretic, diovan hct, ziac, avalide' },
  'hydrochlorothiazide-triamterene': { names: 'hydrochlorothiazide-triamterene, dyazide, maxzide' },
  hydroxyzine: { names: 'hydroxyzine, atarax' },
  imipramine: { names: 'imipramine' },
  ketamine: { names: 'ketamine, ketalar', mesh: 'D007649' },
  lamotrigine: { names: 'lamotrigine, lamictal', mesh: 'C047781' },
  levetiracetam: { names: 'levetiracetam, keppra' },
  levodopa: { names: 'levodopa, l-dopa, sinemet, levodopa/carbidopa, carbidopa/levodopa', mesh: 'D007980' },
  lithium: { names: 'lithium, lithium carbonate' },
  loratadine: { names: 'loratadine' },
  lorazepam: { names: 'lorazepam, ativan' },
  memantine: { names: 'memantine, namenda', mesh: 'D008559' },
  'memantine-donepezil': { names: 'namzaric' },
  metformin: { names: 'metformin, glucophage', mesh: 'D008687' },
  methadone: { names: 'methadone', mesh: 'D008691' },
  methazolamide: { names: 'methazolamide' },
  mirtazapine: { names: 'mirtazapine, remeron' },
  nicotine: { names: 'nicotine, nicorette', mesh: 'D009538' },
  'nitrous-oxide': { names: 'nitrous oxide, n2o', mesh: 'D009609' },
  'nmda-antagonists': {
    nouns:
      'nmda antagonist, nmda receptor antagonist, n-methyl-d-aspartate antagonist, nmda-receptor antagonist, n-methyl-d-aspartate (nmda) antagonist, n-methyl-d-aspartate (nmda) receptor antagonist',
  },
  nortriptyline: { names: 'nortriptyline, pamelor' },
  olanzapine: { names: 'olanzapine, zyprexa', mesh: 'C076029' },
  'oral-anticoagulants': {
    nouns:
      'anticoagulant, oral anticoagulant, vitamin k antagonist, coumarin, coumarin anticoagulant, coumarin-type anticoagulant, coumarin derivative, blood thinner',
  },
  oxcarbazepine: { names: 'oxcarbazepine, trileptal' },
  oxybutynin: { names: 'oxybutynin' },
  paroxetine: { names: 'paroxetine, paxil' },
  phencyclidine: { names: 'phencyclidine, pcp', mesh: 'D010622' },
  phenobarbital: { names: 'phenobarbital, phenobarbitone, luminal', mesh: 'D010634' },
  phenprocoumon: { names: 'phenprocoumon' },
  phenytoin: { names: 'phenytoin, diphenylhydantoin, dilantin', mesh: 'D010672' },
  'potassium-citrate': { names: 'potassium citrate' },
  pramipexole: { names: 'pramipexole, mirapex' },
  pregabalin: { names: 'pregabalin, lyrica' },
  primidone: { names: 'primidone, mysoline' },
  procainamide: { names: 'procainamide, procanbid, pronestyl', mesh: 'D011342' },
  promethazine: { names: 'promethazine, phenergan' },
  quetiapine: { names: 'quetiapine, seroquel', mesh: 'C069541' },
  quinidine: { names: 'quinidine, quinidex', mesh: 'D011802' },
  quinine: { names: 'quinine', mesh: 'D011803' },
  ranitidine: { names: 'ranitidine, zantac', mesh: 'D011899' },
  riluzole: { names: 'riluzole' },
  risperidone: { names: 'risperidone, risperdal', mesh: 'D018967' },
  rivastigmine: { names: 'rivastigmine, exelon' },
  ropinirole: { names: 'ropinirole, requip' },
  rotigotine: { names: 'rotigotine' },
  scopolamine: { names: 'scopolamine, hyoscine', mesh: 'D012601' },
  selegiline: { names: 'selegiline, deprenyl, eldepryl', mesh: 'D012642' },
  sertraline: { names: 'sertraline, zoloft' },
  snris: { nouns: 'snri' },
  'sodium-bicarbonate': { names: 'sodium bicarbonate, nahco3', mesh: 'D017693' },
  'sodium-citrate': { names: 'sodium citrate' },
  solifenacin: { names: 'solifenacin' },
  ssris: { nouns: 'ssri, selective serotonin reuptake inhibitor, serotonin reuptake inhibitor' },
  sultiame: { names: 'sultiame, sulthiame, ospolot' },
  tolterodine: { names: 'tolterodine, detrol', mesh: 'C099041' },
  topiramate: { names: 'topiramate, topamax', mesh: 'C052342' },
  trazodone: { names: 'trazodone, desyrel' },
  triamterene: { names: 'triamterene, dyrenium', mesh: 'D014223' },
  'tricyclic-antidepressants': { nouns: 'tricyclic, tricyclic antidepressant' },
  trihexyphenidyl: { names: 'trihexyphenidyl, artane', mesh: 'D014282' },
  tromethamine: { names: 'tromethamine, trometamol' },
  valproate: { names: 'valproate, valproic acid, divalproex, divalproex sodium, sodium valproate, depakote, depakene' },
  venlafaxine: { names: 'venlafaxine, effexor' },
  warfarin: { names: 'warfarin, coumadin, jantoven', mesh: 'D014859' },
  zonisamide: { names: 'zonisamide, zonegran', mesh: 'C022189' },
};

const SALT =
  /\s(?:hydrochloride|hcl|hydrobromide|hbr|sodium|potassium|sulfate|sulphate|gluconate|mesylate|tartrate|fumarate|maleate|succinate)$/;
const HEAD = /\s(?:drug|agent|medication|medicine|preparation|product|compound|class)$/;
const MODIFIER =
  /^(?:atypical|conventional|typical|(?:first|second)[ -]generation|long-acting|short-acting|cyclic|tetracyclic|serotonergic|maoi|warfarin-type|warfarin|indanedione) /;
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
