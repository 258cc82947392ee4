import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { FindingGroup } from '../../lib/progress/shown.ts';
import { CheckField } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { FindingItem } from './finding-item.tsx';

interface FindingsTabProps {
  groups: readonly FindingGroup[];
  /** Absent where there is no form to go to. */
  onReveal?: ((positionId: string) => void) | undefined;
}

/** All findings of the form by direction, errors and warnings first; advice only when asked for. */
export function FindingsTab({ groups, onReveal }: FindingsTabProps) {
  const [withAdvice, setWithAdvice] = useState(false);
  const shown = groups
    .map((group) => ({
      ...group,
      positions: group.positions
        .map((position) => ({
          ...position,
          findings: position.findings.filter((finding) => withAdvice || finding.severity !== 'advice'),
        }))
        .filter((position) => position.findings.length > 0),
    }))
    .filter((group) => group.positions.length > 0);
  return (
    <div class="stack">
      <CheckField label={t('panel.withAdvice')} checked={withAdvice} onChecked={setWithAdvice} />
      {shown.length === 0 && <Notice tone="fine">{t('panel.noFindings')}</Notice>}
      {shown.map((group) => (
        <section key={group.direction} class="finding-group">
          <h2>{group.direction || t('panel.withoutDirection')}</h2>
          {group.positions.map((position) => (
            <div key={position.id}>
              <h3 class="position-text">{position.text}</h3>
              <ul class="findings">
                {position.findings.map((finding) => (
                  <FindingItem key={finding.key} finding={finding} onReveal={onReveal} />
                ))}
              </ul>
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}
