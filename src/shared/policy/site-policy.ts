/**
 * Where we run: pure functions over addresses and the reader's rules.
 *
 * A rule's pattern is one of
 * - `example.org`: this host, on any port and scheme
 * - `example.org:8080`: this host on this port only
 * - `*.example.org`: the domain and everything below it
 * - `file:`: all local files
 *
 * Hosts are written as `URL` writes them: lower case, punycode, IPv6 in brackets. The most specific rule wins: host
 * with port, host, then the longest domain; without a rule the mode decides.
 */

export type Switch = 'on' | 'off';

/** Pattern to switch. */
export type SiteRules = Readonly<Record<string, Switch>>;

export const SITE_MODES = ['everywhere', 'chosen'] as const;

export interface SitePolicy {
  /** Where no rule says otherwise. */
  readonly siteMode: (typeof SITE_MODES)[number];
  readonly sites: SiteRules;
}

const WEB = /^https?:$/;
const IPV4 = /^\d+\.\d+\.\d+\.\d+$/;
const LABEL = /^[a-z\d_]([a-z\d_-]*[a-z\d_])?$/;

/** The address that rules speak of, or undefined where there is none to speak of (`about:`, `data:`, browser pages). */
function siteUrl(address: string): URL | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  // A blob's document belongs to the site that made it.
  if (url.protocol === 'blob:') return siteUrl(url.pathname);
  return WEB.test(url.protocol) || url.protocol === 'file:' ? url : undefined;
}

/** The host without the dot that may end a fully qualified name. */
function hostOf(url: URL): string {
  return url.hostname.replace(/\.$/, '');
}

function isIp(host: string): boolean {
  return IPV4.test(host) || host.startsWith('[');
}

/** Patterns that speak of an address, most specific first; empty where no rule can. */
export function patternsFor(address: string): readonly string[] {
  const url = siteUrl(address);
  if (!url) return [];
  if (url.protocol === 'file:') return ['file:'];
  const host = hostOf(url);
  const patterns = url.port ? [`${host}:${url.port}`, host] : [host];
  if (isIp(host)) return patterns;
  const labels = host.split('.');
  return [...patterns, ...labels.map((_, index) => `*.${labels.slice(index).join('.')}`)];
}

/**
 * Whether we run on a page, and by which pattern; by none where the mode decides.
 *
 * @param address URL of the top page: frames follow it, whatever their own address.
 */
export function decide(
  address: string,
  { siteMode, sites }: SitePolicy,
): { readonly on: boolean; readonly by?: string } {
  for (const by of patternsFor(address)) {
    if (Object.hasOwn(sites, by)) return { on: sites[by] === 'on', by };
  }
  return { on: siteMode === 'everywhere' };
}

/**
 * The pattern that a reader means: takes a host, a domain with `*.` or a leading dot, a host with port, or a whole
 * address. Undefined when it is none of these.
 */
export function parsePattern(text: string): string | undefined {
  const trimmed = text.trim();
  if (/^file:/i.test(trimmed)) return 'file:';
  const domain = /^(\*\.|\.)/.test(trimmed);
  const bare = trimmed.replace(/^(\*\.|\.)/, '');
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(bare) ? bare : `http://${bare}`;
  const url = siteUrl(address);
  if (!url) return undefined;
  const host = hostOf(url);
  if (!isIp(host) && !host.split('.').every((label) => LABEL.test(label))) return undefined;
  if (domain) return isIp(host) || url.port ? undefined : `*.${host}`;
  return url.port ? `${host}:${url.port}` : host;
}

/**
 * The rules that make a page be on or off at one level, with no rule left that contradicts: what is more specific than
 * the new pattern and speaks of the same page goes, and the rule itself is left out where it only repeats what holds.
 */
export function withRule(policy: SitePolicy, address: string, pattern: string, to: Switch): SiteRules {
  const sites: Record<string, Switch> = { ...policy.sites };
  for (const other of patternsFor(address)) {
    delete sites[other];
    if (other === pattern) break;
  }
  const broader = decide(address, { ...policy, sites });
  return broader.on === (to === 'on') ? sites : { ...sites, [pattern]: to };
}
