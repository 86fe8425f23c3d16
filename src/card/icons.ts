/**
 * Icons by name: of verdicts, of the status of a use, and of the card's tools. The popup shows those of verdicts as
 * well.
 */
import { CLOSE, lineIcon, MAGNIFIER, OUT } from '../ui/line-icon.ts';

/** What is studied, or only thought. */
const FLASK = 'M6.2 1.8h3.6M7 1.8v4.4l-4.2 7a.7.7 0 0 0 .6 1h9.2a.7.7 0 0 0 .6-1L9 6.2V1.8M4.6 10.4h6.8';

/** Paths in a 16 by 16 box. */
const PATHS: Readonly<Record<string, string>> = {
  'contains-memantine':
    'M5.4 2.6a3.4 3.4 0 0 0-3.4 3.4v4a3.4 3.4 0 0 0 6.8 0V6a3.4 3.4 0 0 0-3.4-3.4M2 8h6.8M11 6.4h3.4M12.7 4.7v3.4',
  avoid: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8M3.7 3.7l8.6 8.6',
  caution: 'M8 2 14.6 13.6H1.4zM8 6.3v3.4M8 11.6v.2',
  monitor: 'M1.2 8S3.6 3.6 8 3.6 14.8 8 14.8 8 12.4 12.4 8 12.4 1.2 8 1.2 8M8 6a2 2 0 1 1 0 4 2 2 0 0 1 0-4',
  theoretical: FLASK,
  'none-found': `${MAGNIFIER}M4.8 7h4.4`,
  approved: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8M5 8.2l2.1 2.1L11 6',
  'off-label': 'M2 2.4h5.2l6.6 6.6-4.8 4.8L2.4 7.2zM5 5v.2M1.6 14.4 14.4 1.6',
  investigational: FLASK,
  withdrawn: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8M5 8h6',
  close: CLOSE,
  move: 'M5 4.6 1.6 8 5 11.4M11 4.6 14.4 8 11 11.4M1.6 8h12.8',
  keep: 'M1.8 3h5v10h-5zM9.2 3h5v10h-5zM11.7 6v4M9.9 8h3.6',
  down: 'M4 6l4 4 4-4',
  out: OUT,
};

/** An icon by name; nothing to a screen reader. */
export const icon = (name: string): SVGElement => lineIcon(PATHS[name] ?? '', `icon ${name}`);
