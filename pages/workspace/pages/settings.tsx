import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Notice } from '../../../components/ui/notice.tsx';
import { type PackChoice, SettingsForm } from '../../../components/workspace/settings-form.tsx';
import { t } from '../../../lib/i18n.ts';
import { allPacks } from '../../../lib/packs/packs.ts';
import { openSettings, type Settings } from '../../../lib/settings/settings.ts';
import { failureText } from '../../failure.ts';
import { ProfilesSection } from './profiles.tsx';
import { SitesSection } from './sites.tsx';

const store = openSettings(browser.storage.local);

type Packs = Readonly<Record<'mum' | 'rum', readonly PackChoice[]>>;

/** The page «Настройки»: each choice is kept at once; a failed one says so and the old one stays. */
export default function SettingsPage() {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [packs, setPacks] = useState<Packs>({ mum: [], rum: [] });
  const [notice, setNotice] = useState<{ tone: 'fine' | 'wrong'; text: string } | null>(null);
  useEffect(() => {
    void store.read().then(setSettings);
    void allPacks().then((list) => {
      const of = (mechanism: string) => list.filter((pack) => pack.mechanism === mechanism);
      setPacks({ mum: of('mum'), rum: of('rum') });
    });
  }, []);
  if (!settings) return <p class="quiet">{t('panel.loading')}</p>;

  async function change(patch: Partial<Omit<Settings, 'version'>>): Promise<void> {
    try {
      setSettings(await store.change(patch));
      setNotice({ tone: 'fine', text: t('settings.saved') });
    } catch (error) {
      setNotice({ tone: 'wrong', text: `${failureText(error)} ${t('settings.failed')}` });
    }
  }

  const { noLowSchools, drafts, activePacks } = settings;
  return (
    <>
      <SettingsForm
        noLowSchools={noLowSchools}
        drafts={drafts}
        packs={packs}
        activePacks={{ mum: activePacks.mum ?? '', rum: activePacks.rum ?? '' }}
        onNoLowSchools={(value) => change({ noLowSchools: value })}
        onDrafts={(value) => change({ drafts: value })}
        onPack={(mechanism, id) => change({ activePacks: { ...activePacks, [mechanism]: id } })}
      />
      <SitesSection />
      <ProfilesSection />
      {notice && (
        <Notice tone={notice.tone} live>
          {notice.text}
        </Notice>
      )}
    </>
  );
}
