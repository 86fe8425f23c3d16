/** Plain data that somebody else made (storage, a file, a message) is looked into with this first. */

/** Whether a value is an object with fields: no list, and not null. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
