/** Options to save everything in a file, to bring it back, and to start anew. */

import { choice, fixed, section } from '../../controls/controls.ts';
import { bundledKnowledge } from '../../knowledge/bundled.ts';
import { checkPack } from '../../knowledge/pack.ts';
import type { Pack } from '../../knowledge/types.ts';
import { formatDay, plural, t } from '../../platform/i18n.ts';
import { changePacks, loadPacks } from '../../settings/packs.ts';
import { SETTINGS_VERSION } from '../../settings/schema.ts';
import { changeSettings, dismissSetAside, loadSetAside, loadSettings } from '../../settings/store.ts';
import { readSettings } from '../../settings/validate.ts';
import { button, h } from '../../ui/dom.ts';
import { jsonOf, openFile, saveJson } from '../../ui/files.ts';
import { notice } from '../../ui/parts.ts';
import { asideNotice, say } from './say.ts';

const FORMAT = 'memantine-lens-backup';

export function backupSection(): ReturnType<typeof section> {
  // Asked anew each time: who watches what is nobody's business by default.
  const watched = h('input', { type: 'checkbox', id: 'backup-watched' });
  const left = h('div', { id: 'backup-left' });
  const buttons = h(
    'div',
    { class: 'buttons' },
    button(t('optionsBackup'), () => save(watched.checked), { id: 'backup-save' }),
    button(t('optionsRestore'), () => restore(left), { id: 'backup-restore' }),
    button(t('optionsReset'), reset, { class: 'button danger', id: 'reset' }),
  );
  const element = h('div', { class: 'setting' }, buttons, left, choice(watched, t('optionsBackupWatched')));
  return section('backup', t('optionsBackupTitle'), [fixed(element)], t('optionsBackupNote'));
}

/** Says what was set aside since it could not be read; empty when there is nothing to say. */
export async function setAsideNotice(): Promise<HTMLElement | undefined> {
  const aside = await loadSetAside();
  if (!aside) return undefined;
  const said = h('p', {}, t('optionsSetAside', formatDay(aside.on.slice(0, 10))));
  const told = [said, h('p', {}, t('optionsSetAsideDo')), details(aside.problems)];
  return asideNotice('set-aside', told, aside.data, dismissSetAside);
}

/** What was wrong where, for whoever wants to know. */
function details(problems: readonly string[]): HTMLElement {
  const items = problems.map((problem) => h('li', { lang: 'en' }, h('code', {}, problem)));
  return h('details', {}, h('summary', {}, t('optionsDetails')), h('ul', {}, ...items));
}

/** Reads a backup file part by part, with one line for each part that is left out; undefined when it is none. */
function readBackup(text: string) {
  const file = jsonOf(text) as { format?: unknown; settings?: unknown; packs?: unknown } | null | undefined;
  if (file?.format !== FORMAT) return undefined;
  const { settings, problems } = readSettings(file.settings ?? {});
  const { packs: given = [] } = file;
  if (!Array.isArray(given)) return { settings, packs: [], problems: [...problems, 'packs: no list'] };
  const bundled = bundledKnowledge();
  const checked = given.map((pack) => checkPack(JSON.stringify(pack), bundled));
  const lost = checked.flatMap(({ pack, problems: [wrong] }) =>
    pack ? [] : `packs: ${wrong?.place} ${wrong?.message}`,
  );
  return { settings, packs: checked.flatMap(({ pack }) => pack ?? []), problems: [...problems, ...lost] };
}

/** @param withWatched whether the file says which medicines the reader watches */
async function save(withWatched: boolean): Promise<void> {
  const [{ own }, packs] = await Promise.all([loadSettings(), loadPacks<Pack>()]);
  const mine = packs.filter(({ managed }) => !managed).map(({ pack }) => pack);
  const { watched, ...others } = own;
  const kept = withWatched && watched !== undefined ? { watched } : {};
  const settings = { version: SETTINGS_VERSION, ...others, ...kept };
  const created = new Date().toISOString();
  saveJson({ format: FORMAT, version: 1, created, settings, packs: mine }, 'memantine-lens-backup');
}

/** @param left where to say what was left out */
async function restore(left: HTMLElement): Promise<void> {
  const file = await openFile('.json,application/json');
  if (!file) return;
  const backup = readBackup(file.text);
  if (!backup) return say(t('optionsRestoreWrong', file.name));
  const { own } = await loadSettings();
  // What a backup is silent about stays.
  const watched = backup.settings.watched ?? own.watched;
  const settings = { ...backup.settings, ...(watched === undefined ? {} : { watched }) };
  const outcome = await changePacks({ add: backup.packs, settings });
  if (outcome !== 'done')
    return say(outcome === 'no-room' ? t('optionsRestoreNoRoom', file.name) : t('optionsNotDone'));
  say(t('optionsRestored'));
  const { problems } = backup;
  // What to do about parts that could not be read: it stays, since it may take a while.
  const told = h('p', {}, plural('optionsRestoredParts', problems.length));
  const lost = notice('warning', { role: 'status' }, told, details(problems));
  left.replaceChildren(...(problems.length > 0 ? [lost] : []));
}

async function reset(): Promise<void> {
  if (!confirm(t('optionsResetSure'))) return;
  await changeSettings(() => ({}));
  say(t('optionsResetDone'));
}
