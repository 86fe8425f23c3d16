/**
 * A text in small letters without accents, for comparing words that people write in many ways; offsets are not kept.
 */
export const withoutAccents = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
