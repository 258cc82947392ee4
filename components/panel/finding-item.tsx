import { t } from '../../lib/i18n.ts';
import { Button } from '../ui/button.tsx';
import type { ShownFinding } from './types.ts';

interface FindingItemProps {
  finding: ShownFinding;
  onReveal: (positionId: string) => void;
}

/** What is wrong, why, and the way there. Sign, colour and word say the same. */
export function FindingItem({ finding, onReveal }: FindingItemProps) {
  const tone = finding.severity === 'advice' ? 'advice' : finding.verdict;
  return (
    <li class={`finding finding-${tone}`}>
      <span class="finding-sign" aria-hidden="true">
        {tone === 'wrong' ? '●' : tone === 'doubtful' ? '▲' : '○'}
      </span>
      <div class="finding-body">
        <span class="visually-hidden">{t(`panel.tone.${tone}`)}</span>
        <p class="finding-what">
          {finding.what}
          {finding.rowNumber !== null && (
            <span class="quiet"> {t('panel.row', { n: finding.rowNumber })}</span>
          )}
        </p>
        <p class="quiet">{finding.why}</p>
        <Button look="link" onClick={() => onReveal(finding.positionId)}>
          {t('panel.goTo')}
        </Button>
      </div>
    </li>
  );
}
