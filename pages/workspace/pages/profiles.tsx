import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Notice } from '../../../components/ui/notice.tsx';
import { Profiles } from '../../../components/workspace/profiles.tsx';
import { language, t } from '../../../lib/i18n.ts';
import { isRefusal, profileFile, readProfileFile, type SiteProfile } from '../../../lib/model/profile.ts';
import { openProfiles } from '../../../lib/settings/profiles.ts';
import { download } from '../../download.ts';

const store = openProfiles(browser.storage.local);
/** A profile is a few kilobytes; a larger file is none. */
const LARGEST = 1_000_000;

/** Forms shown by hand, part of the page «Настройки». */
export function ProfilesSection() {
  const [profiles, setProfiles] = useState<readonly SiteProfile[]>([]);
  const [notice, setNotice] = useState<{ tone: 'fine' | 'wrong'; text: string } | null>(null);
  const refresh = () => store.all().then(setProfiles);
  useEffect(() => void refresh(), []);

  async function take(file: File): Promise<void> {
    const read =
      file.size > LARGEST ? ({ reason: 'kind', path: '' } as const) : readProfileFile(await file.text());
    if (isRefusal(read)) {
      setNotice({ tone: 'wrong', text: t(`profiles.refused.${read.reason}`, { path: read.path }) });
      return;
    }
    await store.save(read);
    setNotice({ tone: 'fine', text: t('profiles.imported', { site: read.site }) });
    await refresh();
  }
  const give = (site: string): void => {
    const profile = profiles.find((one) => one.site === site);
    if (profile)
      download(`fis-oko-${site.replace(/[^\w.-]/g, '_')}.json`, profileFile(profile), 'application/json');
  };
  const day = new Intl.DateTimeFormat(language(), { dateStyle: 'long' });
  return (
    <>
      <Profiles
        profiles={profiles.map(({ site, title, made }) => ({
          site,
          title,
          made: day.format(new Date(made)),
        }))}
        onExport={give}
        onRemove={(site) => void store.remove(site).then(refresh)}
        onImport={(file) => void take(file)}
      />
      {notice && (
        <Notice tone={notice.tone} live>
          {notice.text}
        </Notice>
      )}
    </>
  );
}
