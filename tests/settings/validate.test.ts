import { describe, expect, test } from 'vitest';
import { SETTING_PATHS } from '../../src/settings/allowed.ts';
import { valueAt } from '../../src/settings/layers.ts';
import { DEFAULT_SETTINGS } from '../../src/settings/schema.ts';
import { readSettings } from '../../src/settings/validate.ts';

describe('reading settings', () => {
  test('the defaults pass, and every setting has a check', () => {
    expect(readSettings(DEFAULT_SETTINGS).problems).toEqual([]);
    const { version, ...rest } = DEFAULT_SETTINGS;
    expect(readSettings(DEFAULT_SETTINGS).settings).toEqual(rest);
    for (const path of SETTING_PATHS) expect(valueAt(DEFAULT_SETTINGS, path), path).toBeDefined();
  });

  test.each<[string, unknown]>([
    ['enabled', 'yes'],
    ['siteMode', 'nowhere'],
    ['marks.groups', ['memantine', 'unknown']],
    ['marks.quiet', 1],
    ['marks.floor', 'none-found'],
    ['marks.hiddenDrugs', ['<b>']],
    ['marks.style', 'wavy'],
    ['marks.color', 'red'],
    ['marks.color', '#fff'],
    ['marks.color', 'url(https://example.org)'],
    ['marks.inPrint', 0],
    ['watched', 'memantine'],
    ['watched', ['<b>']],
    ['opening.on', 'never'],
    ['opening.modifier', 'meta'],
    ['opening.openDelay', -1],
    ['opening.openDelay', Number.NaN],
    ['opening.closeDelay', '300'],
    ['card.density', null],
    ['card.textSize', 1000],
    ['card.theme', 'sepia'],
    ['card.professional', 'true'],
    ['recognition.languages', 'some'],
    ['recognition.languages', ['Deutsch!']],
    ['recognition.strictness', ''],
  ])('%s of %j is left out and named', (path, value) => {
    const [section, key] = path.split('.') as [string, string?];
    const { settings, problems } = readSettings(
      key === undefined ? { [section]: value } : { [section]: { [key]: value } },
    );
    expect(valueAt(settings, path)).toBeUndefined();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${path}: `));
  });

  test('site rules are read one by one and written as hosts are', () => {
    const { settings, problems } = readSettings({
      sites: { 'https://Bücher.example/x': 'off', 'two words': 'on', 'a.example': 'maybe', '*.b.example': 'on' },
    });
    expect(settings.sites).toEqual({ 'xn--bcher-kva.example': 'off', '*.b.example': 'on' });
    expect(problems).toHaveLength(2);
  });

  test('a rule for a host named like a property of all objects is a rule', () => {
    const { settings } = readSettings(JSON.parse('{"sites": {"__proto__": "off", "constructor": "on"}}'));
    expect(Object.entries(settings.sites ?? {})).toEqual([
      ['__proto__', 'off'],
      ['constructor', 'on'],
    ]);
  });

  test('a property of all objects is no setting', () => {
    expect(readSettings(JSON.parse('{"constructor": 1, "__proto__": {"enabled": false}}')).problems).toHaveLength(2);
  });

  test('groups keep their order and appear once', () => {
    const { settings } = readSettings({ marks: { groups: ['others', 'memantine', 'others'] } });
    expect(settings.marks?.groups).toEqual(['memantine', 'others']);
  });
});
