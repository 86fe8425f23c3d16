/** Options on sites: where we run, and the list of rules. */

import { bound, named, type Part, radiosOf, section } from '../../controls/controls.ts';
import { plural, t } from '../../platform/i18n.ts';
import { withValue } from '../../settings/layers.ts';
import { changeSettings, type SettingsState } from '../../settings/store.ts';
import { readSettings } from '../../settings/validate.ts';
import { parsePattern, type SiteRules, type Switch } from '../../shared/policy/site-policy.ts';
import { type Attributes, button, h } from '../../ui/dom.ts';
import { jsonOf, openFile, saveJson } from '../../ui/files.ts';
import { say } from './say.ts';

export function sitesSection(): ReturnType<typeof section> {
  return section('sites', t('optionsSites'), [
    radiosOf('siteMode', t('optionsSiteMode'), named('optionsSite')),
    rules(),
  ]);
}

function rules(): Part {
  let state: SettingsState | undefined;
  const text = h('input', {
    class: 'field',
    id: 'site-pattern',
    placeholder: 'example.org',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  const to = switchList({ 'aria-label': t('optionsSiteTo'), id: 'site-to' }, 'off');
  const add = h('button', { class: 'button primary' }, t('optionsAdd'));
  const label = h('label', { for: 'site-pattern' }, t('optionsSiteAdd'));
  const form = h('form', { class: 'buttons' }, label, text, to, add);
  const wrong = h('p', { role: 'status', id: 'site-wrong' });
  const filter = h('input', {
    type: 'search',
    class: 'field',
    id: 'site-filter',
    'aria-label': t('optionsSiteFilter'),
    placeholder: t('optionsSiteFilter'),
  });
  const list = h('ul', { class: 'list', id: 'site-list' });
  const importing = button(t('optionsImport'), importSites, { id: 'site-import' });

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const pattern = parsePattern(text.value);
    wrong.textContent = pattern ? '' : t('optionsSiteWrong', text.value);
    if (!pattern) return;
    text.value = '';
    void change((sites) => ({ ...sites, [pattern]: to.value as Switch }));
  });
  filter.addEventListener('input', draw);

  function draw(): void {
    if (!state) return;
    const { managed, settings } = state;
    const locked = managed.locked.includes('sites');
    const preset = managed.settings.sites ?? {};
    const shown = Object.entries(settings.sites)
      .filter(([pattern]) => pattern.includes(filter.value.trim().toLowerCase()))
      .sort(([a], [b]) => a.replace('*.', '').localeCompare(b.replace('*.', '')));
    list.replaceChildren(...shown.map(([pattern, on]) => rule(pattern, on, locked, Object.hasOwn(preset, pattern))));
    filter.hidden = Object.keys(settings.sites).length < 8 && filter.value === '';
  }

  const element = h(
    'div',
    { class: 'setting' },
    h('h3', {}, t('optionsSiteRules')),
    h('p', { class: 'muted' }, t('optionsSiteRulesNote')),
    form,
    wrong,
    filter,
    list,
    h('div', { class: 'buttons' }, importing, button(t('optionsExport'), exportSites, { id: 'site-export' })),
  );
  return bound('sites', element, [text, to, add, importing], (_value, _locked, next) => {
    state = next;
    draw();
  });

  function exportSites(): void {
    const sites = state?.own.sites ?? {};
    saveJson({ format: 'memantine-lens-sites', version: 1, sites }, 'memantine-lens-sites');
  }
}

/** So many lines that are left out are named. */
const NAMED = 3;

/** Reads a file of rules, or a text with one host a line, which are switched off. Rules that are there stay. */
async function importSites(): Promise<void> {
  const file = await openFile('.json,.txt,application/json,text/plain');
  if (!file) return;
  const { sites, left } = sitesIn(file.text);
  await change((own) => ({ ...own, ...sites }));
  const imported = plural('optionsSitesImported', Object.keys(sites).length);
  if (left.length === 0) return say(imported);
  const some = left.filter(Boolean).slice(0, NAMED).join(', ');
  const which = some && ` (${some}${left.length > NAMED ? ' …' : ''})`;
  say(`${imported} ${plural('optionsSitesLeftOut', left.length)}${which}`);
}

/** The rules in a file, and the lines in it that are none. */
function sitesIn(text: string): { sites: SiteRules; left: readonly string[] } {
  const file = jsonOf(text);
  const lines = text.split(/\r?\n/).map((line) => line.replace(/#.*/, '').trim());
  const found =
    file === undefined
      ? Object.fromEntries(lines.filter(Boolean).map((line) => [line, 'off']))
      : (file as { sites?: unknown } | null)?.sites;
  const { settings, problems } = readSettings({ sites: found });
  const { sites = {} } = settings;
  if (problems.length === 0) return { sites, left: [] };
  // Rules are kept as addresses are written, not as the file has them.
  const isIn = (line: string): boolean => Object.hasOwn(sites, parsePattern(line) ?? '');
  return { sites, left: found instanceof Object ? Object.keys(found).filter((line) => !isIn(line)) : [''] };
}

function rule(pattern: string, on: Switch, locked: boolean, preset: boolean): HTMLElement {
  const select = switchList({ 'aria-label': pattern, disabled: locked }, on);
  select.addEventListener('change', () => void change((sites) => ({ ...sites, [pattern]: select.value as Switch })));
  const remove = button(t('optionsRemove'), () => change(({ [pattern]: _, ...others }) => others), {
    'aria-label': t('optionsRemoveSite', pattern),
    disabled: locked || preset,
  });
  return h('li', { 'data-pattern': pattern }, h('span', { class: 'pattern' }, pattern), select, remove);
}

/** A list with both sides of a switch. */
function switchList(attributes: Attributes, chosen: Switch): HTMLSelectElement {
  const option = (value: Switch, label: string) => h('option', { value, selected: value === chosen }, label);
  const options = [option('off', t('optionsSiteOff')), option('on', t('optionsSiteOn'))];
  return h('select', { class: 'field', ...attributes }, ...options);
}

function change(edit: (sites: SiteRules) => SiteRules): Promise<unknown> {
  return changeSettings((own) => withValue(own, 'sites', edit(own.sites ?? {})));
}
