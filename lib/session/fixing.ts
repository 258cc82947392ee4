import { t } from '../i18n.ts';
import type { Dismissal, Finding, Fix } from '../model/finding.ts';
import { withName, withPages } from '../reference/comment.ts';
import { parsePages } from '../reference/pages.ts';
import { type Desk, rowOf } from './desk.ts';
import { dismissalKey, findingKey, rowIndex } from './state.ts';

/** What a press on a finding does: apply a fix, or dismiss it with a reason (and take that back). */
export interface Fixing {
  apply(positionId: string, key: string, fix: number, answer: string): Promise<void>;
  dismiss(positionId: string, key: string, reason: string): Promise<void>;
  restore(): Promise<void>;
}

/** Fixes and dismissals of one session. */
export function createFixing(desk: Desk): Fixing {
  let lastDismissed: Dismissal | null = null;
  const find = (positionId: string, key: string): Finding | undefined =>
    desk.shown.of(positionId).find((finding) => findingKey(finding) === key);
  const comment = (rowId: string): string => {
    const at = rowOf(desk, rowId);
    return at?.position.rows[at.index]?.comment ?? '';
  };

  const run = async (fix: Fix, answer: string): Promise<void> => {
    const { live } = desk.state;
    if (fix.kind === 'focus') {
      live.field(fix.rowId, fix.field)?.focus();
      return;
    }
    const values =
      fix.kind === 'set'
        ? [fix]
        : fix.kind === 'set-many'
          ? fix.values
          : fix.kind === 'ask-name'
            ? [{ rowId: fix.rowId, field: 'comment' as const, value: withName(comment(fix.rowId), answer) }]
            : pagesValue(fix.rowId, comment(fix.rowId), answer);
    if (values.length === 0) {
      desk.overlay.toast({ text: t('overlay.no_pages'), action: null, tone: 'wrong' });
      return;
    }
    const { outcome } = await desk.writer.write(values);
    const undo = { label: t('overlay.undo'), id: 'undo' as const };
    desk.overlay.toast(
      outcome === 'written'
        ? { text: t('overlay.fixed'), action: undo, tone: 'plain' }
        : { text: t('overlay.rejected'), action: outcome === 'partly' ? undo : null, tone: 'wrong' },
    );
  };

  return {
    async apply(positionId, key, index, answer) {
      const fix = find(positionId, key)?.fixes[index];
      if (fix) await run(fix, answer);
    },
    async dismiss(positionId, key, reason) {
      const finding = find(positionId, key);
      const position = desk.state.live.position(positionId);
      if (!finding || !position) return;
      const dismissal: Dismissal = {
        rule: finding.rule,
        positionId,
        rowIndex: rowIndex(position, finding.rowId),
        subject: finding.subject,
        reason,
        at: desk.parts.now().toISOString(),
      };
      await desk.parts.background('findings.dismiss', dismissal);
      lastDismissed = dismissal;
      desk.state.dismissed.set(dismissalKey(finding.rule, positionId, dismissal.rowIndex), finding.subject);
      desk.refresh([positionId]);
      desk.overlay.toast({
        text: t('overlay.dismissed'),
        action: { label: t('overlay.restore'), id: 'restore' },
        tone: 'plain',
      });
    },
    async restore() {
      if (!lastDismissed) return;
      const { rule, positionId, rowIndex: index } = lastDismissed;
      lastDismissed = null;
      await desk.parts.background('findings.restore', { rule, positionId, rowIndex: index });
      desk.state.dismissed.delete(dismissalKey(rule, positionId, index));
      desk.overlay.toast(null);
      desk.refresh([positionId]);
    },
  };
}

/** The comment with the pages a person named («3-5, 12» or «с. 3–5»); nothing when no page can be read in the answer. */
function pagesValue(rowId: string, comment: string, answer: string) {
  const pages = parsePages(answer).pages;
  const ranges = pages.length > 0 ? pages : parsePages(`с. ${answer}`).pages;
  if (ranges.length === 0) return [];
  return [{ rowId, field: 'comment' as const, value: withPages(comment, ranges) }];
}
