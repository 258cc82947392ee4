import { t } from '../../lib/i18n.ts';
import type { ShownFinding } from '../../lib/progress/shown.ts';
import { Button } from '../ui/button.tsx';

interface FindingItemProps {
  finding: ShownFinding;
  /** Absent where there is no form to go to. */
  onReveal?: ((positionId: string) => void) | undefined;
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
        {onReveal && (
          <Button look="link" onClick={() => onReveal(finding.positionId)}>
            {t('panel.goTo')}
          </Button>
        )}
      </div>
    </li>
  );
}
