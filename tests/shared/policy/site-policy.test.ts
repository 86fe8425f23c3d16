import { describe, expect, test } from 'vitest';
import { decide, parsePattern, patternsFor, type SiteRules, withRule } from '../../../src/shared/policy/site-policy.ts';

describe('patterns that speak of an address, most specific first', () => {
  test.each<[string, string[]]>([
    ['https://en.wikipedia.org/wiki/Memantine', ['en.wikipedia.org', '*.en.wikipedia.org', '*.wikipedia.org', '*.org']],
    ['http://example.org:8080/', ['example.org:8080', 'example.org', '*.example.org', '*.org']],
    ['https://example.org:443/', ['example.org', '*.example.org', '*.org']],
    ['https://EXAMPLE.org./', ['example.org', '*.example.org', '*.org']],
    ['http://localhost:3000/', ['localhost:3000', 'localhost', '*.localhost']],
    ['http://127.0.0.1:8000/', ['127.0.0.1:8000', '127.0.0.1']],
    ['http://0x7f.1/', ['127.0.0.1']],
    ['http://[::1]:8000/', ['[::1]:8000', '[::1]']],
    ['https://bücher.example/', ['xn--bcher-kva.example', '*.xn--bcher-kva.example', '*.example']],
    ['https://例え.テスト/', ['xn--r8jz45g.xn--zckzah', '*.xn--r8jz45g.xn--zckzah', '*.xn--zckzah']],
    ['https://user:secret@example.org/', ['example.org', '*.example.org', '*.org']],
    ['blob:https://example.org/0b1c', ['example.org', '*.example.org', '*.org']],
    ['file:///home/reader/leaflet.html', ['file:']],
    ['about:blank', []],
    ['about:srcdoc', []],
    ['about:addons', []],
    ['data:text/html,memantine', []],
    ['chrome://extensions/', []],
    ['moz-extension://abc/page.html', []],
    ['', []],
    ['not an address', []],
  ])('%s', (address, patterns) => {
    expect(patternsFor(address)).toEqual(patterns);
  });
});

describe('decisions', () => {
  const rules: SiteRules = {
    '*.example.org': 'off',
    'docs.example.org': 'on',
    '*.deep.docs.example.org': 'off',
    'example.org:8080': 'on',
    localhost: 'off',
    '127.0.0.1:9000': 'off',
    'file:': 'off',
    '*.xn--bcher-kva.example': 'off',
  };
  test.each<[string, boolean, string | undefined]>([
    ['https://example.org/', false, '*.example.org'],
    ['https://www.example.org/', false, '*.example.org'],
    ['https://docs.example.org/', true, 'docs.example.org'],
    ['https://docs.example.org:444/', true, 'docs.example.org'],
    ['https://a.docs.example.org/', false, '*.example.org'],
    ['https://deep.docs.example.org/', false, '*.deep.docs.example.org'],
    ['http://example.org:8080/', true, 'example.org:8080'],
    ['http://www.example.org:8080/', false, '*.example.org'],
    ['https://notexample.org/', true, undefined],
    ['http://localhost:3000/', false, 'localhost'],
    ['http://127.0.0.1:9000/', false, '127.0.0.1:9000'],
    ['http://127.0.0.1/', true, undefined],
    ['https://shop.bücher.example/', false, '*.xn--bcher-kva.example'],
    ['file:///leaflet.html', false, 'file:'],
  ])('everywhere except: %s', (address, on, by) => {
    expect(decide(address, { siteMode: 'everywhere', sites: rules })).toEqual(by === undefined ? { on } : { on, by });
  });

  test.each<[string, boolean]>([
    ['https://docs.example.org/', true],
    ['http://example.org:8080/', true],
    ['https://example.com/', false],
    ['about:blank', false],
    ['file:///leaflet.html', false],
  ])('only where chosen: %s', (address, on) => {
    expect(decide(address, { siteMode: 'chosen', sites: rules }).on).toBe(on);
  });

  test('a page named like a property of objects has no rule', () => {
    expect(decide('http://constructor/', { siteMode: 'everywhere', sites: {} })).toEqual({ on: true });
  });
});

describe('patterns as readers write them', () => {
  test.each<[string, string | undefined]>([
    ['example.org', 'example.org'],
    [' Example.ORG ', 'example.org'],
    ['https://example.org/some/page?x=1', 'example.org'],
    ['example.org/some/page', 'example.org'],
    ['example.org:8080', 'example.org:8080'],
    ['http://example.org:80/', 'example.org'],
    ['*.example.org', '*.example.org'],
    ['.example.org', '*.example.org'],
    ['*.bücher.example', '*.xn--bcher-kva.example'],
    ['*.org', '*.org'],
    ['localhost', 'localhost'],
    ['192.168.1.10:8443', '192.168.1.10:8443'],
    ['[2001:db8::1]', '[2001:db8::1]'],
    ['my_host.example', 'my_host.example'],
    ['file:///home', 'file:'],
    ['file:', 'file:'],
    ['*.192.168.1.10', undefined],
    ['*.example.org:8080', undefined],
    ['*', undefined],
    ['**', undefined],
    ['', undefined],
    ['two words', undefined],
    ['a..b', undefined],
    ['-a.org', undefined],
    ['chrome://extensions', undefined],
  ])('%j', (text, pattern) => {
    expect(parsePattern(text)).toBe(pattern);
  });

  test('a pattern is read again as itself', () => {
    for (const pattern of ['example.org', 'example.org:8080', '*.example.org', '[::1]:80', 'file:']) {
      const once = parsePattern(pattern)!;
      expect(parsePattern(once)).toBe(once);
    }
  });
});

describe('changing a rule', () => {
  const page = 'https://en.wikipedia.org/wiki/Memantine';
  const on = (sites: SiteRules, siteMode: 'everywhere' | 'chosen' = 'everywhere') =>
    decide(page, { siteMode, sites }).on;

  test('off for the host, and on again leaves no rule behind', () => {
    const off = withRule({ siteMode: 'everywhere', sites: {} }, page, 'en.wikipedia.org', 'off');
    expect(off).toEqual({ 'en.wikipedia.org': 'off' });
    expect(withRule({ siteMode: 'everywhere', sites: off }, page, 'en.wikipedia.org', 'on')).toEqual({});
  });

  test('for a host named like a property of all objects', () => {
    const sites = withRule({ siteMode: 'everywhere', sites: {} }, 'http://__proto__/', '__proto__', 'off');
    expect(decide('http://__proto__/', { siteMode: 'everywhere', sites })).toEqual({ on: false, by: '__proto__' });
  });

  test('a rule for the domain replaces the one for the host', () => {
    const sites = withRule(
      { siteMode: 'everywhere', sites: { 'en.wikipedia.org': 'on', 'de.wikipedia.org': 'on' } },
      page,
      '*.wikipedia.org',
      'off',
    );
    expect(sites).toEqual({ '*.wikipedia.org': 'off', 'de.wikipedia.org': 'on' });
    expect(on(sites)).toBe(false);
  });

  test('an exception within a domain that is off', () => {
    const sites = withRule(
      { siteMode: 'everywhere', sites: { '*.wikipedia.org': 'off' } },
      page,
      'en.wikipedia.org',
      'on',
    );
    expect(sites).toEqual({ '*.wikipedia.org': 'off', 'en.wikipedia.org': 'on' });
    expect(on(sites)).toBe(true);
  });

  test('where only chosen sites run', () => {
    const chosen = { siteMode: 'chosen' as const, sites: {} };
    expect(withRule(chosen, page, 'en.wikipedia.org', 'on')).toEqual({ 'en.wikipedia.org': 'on' });
    expect(withRule(chosen, page, 'en.wikipedia.org', 'off')).toEqual({});
  });

  test('the rules given are left as they were', () => {
    const sites = Object.freeze({ 'en.wikipedia.org': 'off' as const });
    withRule({ siteMode: 'everywhere', sites }, page, '*.wikipedia.org', 'on');
    expect(sites).toEqual({ 'en.wikipedia.org': 'off' });
  });
});
