/** Days as readers write them. */

/** A calendar day (`2026-11-24`) as a language writes it; what is none stays as it is. */
export function dayIn(language: string, day: string, dateStyle: 'medium' | 'long'): string {
  const date = new Date(`${day}T12:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  return new Intl.DateTimeFormat(language, { dateStyle, timeZone: 'UTC' }).format(date);
}
