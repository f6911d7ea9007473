/**
 * The signs of commitment that a vault looks for: the starting list without those that its settings leave out, then its
 * own ones. Nothing else knows the list.
 *
 * @example signsOf(settings).map(({ slug }) => slug) // ['agenda-item', …, 'walks-a-store']
 */
import { OUR_SIGNS, SIGN_LABEL, SIGNS, type VaultSign } from '../playbook/sign.js';
import type { PlaybookSettings } from './playbook-settings.js';

type SignSettings = Pick<PlaybookSettings, 'ownValues' | 'leftOutSigns' | 'signLabels'>;

/** The list of each settings that was asked for: settings do not change, and every note of a vault asks. */
const KNOWN = new WeakMap<SignSettings, readonly VaultSign[]>();

export function signsOf(settings: SignSettings): readonly VaultSign[] {
  const known = KNOWN.get(settings);
  if (known !== undefined) return known;
  const signs = buildSigns(settings);
  KNOWN.set(settings, signs);
  return signs;
}

function buildSigns({ ownValues, leftOutSigns, signLabels }: SignSettings): readonly VaultSign[] {
  const builtIn = SIGNS.filter((slug) => !leftOutSigns.has(slug)).map((slug): VaultSign => ({
    slug,
    label: signLabels.get(slug) ?? SIGN_LABEL[slug],
    origin: OUR_SIGNS.has(slug) ? 'ours' : 'source',
  }));
  const taken = new Set<string>(SIGNS);
  const own = (ownValues.get('signs') ?? []).flatMap((slug): readonly VaultSign[] => {
    if (taken.has(slug.toLowerCase())) return [];
    taken.add(slug.toLowerCase());
    return [{ slug, label: signLabels.get(slug) ?? slug, origin: 'vault' }];
  });
  return [...builtIn, ...own];
}

/** The sign of the vault's list that a text means, in any case, with spaces or underscores; undefined for none. */
export function parseSign(text: string, settings: SignSettings): string | undefined {
  const slug = text.trim().toLowerCase().replace(/[\s_]+/g, '-');
  return signsOf(settings).find((sign) => sign.slug.toLowerCase() === slug)?.slug;
}
