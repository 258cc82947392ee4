import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Notice } from '../../../components/ui/notice.tsx';
import { Sites } from '../../../components/workspace/sites.tsx';
import { t } from '../../../lib/i18n.ts';
import {
  disableSite,
  enabledSites,
  enableSite,
  type SitesApi,
  sitePattern,
} from '../../../lib/sites/sites.ts';

const api = browser as unknown as SitesApi;

/** The list of sites switched on by hand, part of the page «Настройки». */
export function SitesSection() {
  const [sites, setSites] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState('');
  const refresh = () => enabledSites(api).then(setSites);
  useEffect(() => void refresh(), []);
  /** Nothing may be waited for before the browser is asked: it answers to a press only. */
  const add = (address: string): void => {
    const pattern = sitePattern(
      /^https?:/i.test(address.trim()) ? address.trim() : `https://${address.trim()}`,
    );
    setProblem(pattern ? '' : t('sites.wrongAddress'));
    if (!pattern) return;
    void enableSite(api, pattern, null)
      .catch(() => false)
      .then((granted) => {
        if (!granted) setProblem(t('sites.refused'));
        return refresh();
      });
  };
  return (
    <>
      <Sites
        sites={sites}
        onAdd={add}
        onRemove={(pattern) => void disableSite(api, pattern).finally(refresh)}
      />
      {problem && (
        <Notice tone="doubtful" live>
          {problem}
        </Notice>
      )}
    </>
  );
}
