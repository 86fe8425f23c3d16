/** Options on knowledge packs: adding, looking at and removing the reader's own knowledge. */

import { fixed, section } from '../../controls/controls.ts';
import { knowledgeWith } from '../../knowledge/bundled.ts';
import type { ExplainedError } from '../../knowledge/explain-schema-error.ts';
import { checkPack } from '../../knowledge/pack.ts';
import type { Pack } from '../../knowledge/types.ts';
import { formatDay, formatNumber, plural, t } from '../../platform/i18n.ts';
import {
  changePacks,
  dismissPacksAside,
  loadPacks,
  loadPacksAside,
  type StoredPack,
  watchPacks,
} from '../../settings/packs.ts';
import { button, h } from '../../ui/dom.ts';
import { jsonOf, openFile } from '../../ui/files.ts';
import { notice } from '../../ui/parts.ts';
import { asideNotice, say } from './say.ts';

/** More than these a reader does not mend at once. */
const SHOWN_PROBLEMS = 20;

export function packsSection(): ReturnType<typeof section> {
  const list = h('ul', { class: 'list' });
  const problems = h('div', { id: 'pack-problems', role: 'status' });
  const add = button(t('optionsPackAdd'), () => install(problems), { class: 'button primary', id: 'pack-add' });
  const aside = h('div', {});
  const draw = async (): Promise<void> => {
    const packs = await loadPacks<Pack>();
    const lost = await loadPacksAside();
    const told = h('p', {}, t('optionsPacksAside'));
    aside.replaceChildren(...(lost.length > 0 ? [asideNotice('packs-aside', [told], lost, dismissPacksAside)] : []));
    const none = h('li', { class: 'muted' }, t('optionsPacksNone'));
    list.replaceChildren(...(packs.length > 0 ? packs.map(item) : [none]));
  };
  watchPacks(() => void draw());
  void draw();
  const element = h('div', { class: 'setting' }, aside, list, h('div', { class: 'buttons' }, add), problems);
  return section('packs', t('optionsPacks'), [fixed(element)], t('optionsPacksNote'));
}

/** Asks for a file, checks it and keeps it, or says what to mend where. */
async function install(problems: HTMLElement): Promise<void> {
  const file = await openFile('.json,application/json');
  if (!file) return;
  // A pack replaces the one of the same name, so it is checked against the others.
  const name = (jsonOf(file.text) as { name?: unknown } | null | undefined)?.name;
  const others = (await loadPacks<Pack>()).filter(({ pack }) => pack.name !== name);
  const result = checkPack(file.text, knowledgeWith(others));
  if (!result.pack) return problems.replaceChildren(report(file.name, result.problems));
  problems.replaceChildren();
  const outcome = await changePacks({ add: [result.pack] });
  if (outcome === 'done') return say(t('optionsPackAdded', result.pack.name));
  const told = outcome === 'no-room' ? t('optionsPackNoRoom', file.name) : t('optionsNotDone');
  problems.replaceChildren(notice('error', {}, h('p', {}, told)));
}

function report(file: string, problems: readonly ExplainedError[]): HTMLElement {
  const shown = problems.slice(0, SHOWN_PROBLEMS);
  // What to do, each once: many problems often have one repair.
  const repairs = new Set(shown.map(({ repair }) => t(...repair)));
  const details = shown.map(({ place, message }) => h('li', {}, h('code', {}, place || '/'), ' ', message));
  const left = problems.length - shown.length;
  return notice(
    'error',
    {},
    h('p', {}, h('strong', {}, plural('optionsPackProblems', problems.length, file))),
    h('p', {}, t('optionsPackProblemsDo')),
    h('ul', { class: 'repairs' }, ...[...repairs].map((repair) => h('li', {}, repair))),
    h('details', {}, h('summary', {}, t('optionsDetails')), h('ol', { lang: 'en' }, ...details)),
    left > 0 && h('p', { class: 'muted' }, plural('popupMore', left)),
  );
}

function item({ pack, addedOn, managed }: StoredPack<Pack>): HTMLElement {
  const { name, about, entries = [], pairs = [], additions = [] } = pack;
  const counts = [entries, pairs, additions].map(({ length }) => formatNumber(length));
  const drop = async (): Promise<void> => {
    if ((await changePacks({ remove: [name] })) !== 'done') say(t('optionsNotDone'));
  };
  const remove = button(t('optionsRemove'), drop, { 'aria-label': t('optionsRemovePack', name) });
  return h(
    'li',
    { 'data-pack': name },
    h(
      'div',
      { class: 'pattern' },
      h('strong', {}, name),
      about !== undefined && h('p', {}, about),
      h('p', { class: 'muted' }, `${t('optionsPackCounts', ...counts)} · ${t('optionsPackSince', formatDay(addedOn))}`),
    ),
    managed ? h('span', { class: 'muted' }, t('optionsLocked')) : remove,
  );
}
