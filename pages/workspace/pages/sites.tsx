import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Sites } from '../../../components/workspace/sites.tsx';
import { disableSite, enabledSites, type SitesApi } from '../../../lib/sites/sites.ts';

const api = browser as unknown as SitesApi;

/** The list of sites switched on by hand, part of the page «Настройки». */
export function SitesSection() {
  const [sites, setSites] = useState<readonly string[]>([]);
  const refresh = () => enabledSites(api).then(setSites);
  useEffect(() => void refresh(), []);
  return <Sites sites={sites} onRemove={(pattern) => void disableSite(api, pattern).then(refresh)} />;
}
