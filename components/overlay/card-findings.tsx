import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { FindingView } from '../../lib/overlay/types.ts';
import { signOf } from './marker-label.ts';
import type { OverlayUi } from './store.ts';

interface Question {
  readonly key: string;
  /** Index of the fix that asks; null: the reason of a dismissal. */
  readonly fix: number | null;
  readonly label: string;
}

interface CardFindingsProps {
  positionId: string;
  findings: readonly FindingView[];
  ui: OverlayUi;
}

/** What was found, why it matters, and what can be done with one press. */
export function CardFindings({ positionId, findings, ui }: CardFindingsProps) {
  const [question, setQuestion] = useState<Question | null>(null);
  const answer = (text: string) => {
    if (!question) return;
    if (question.fix === null) ui.actions.dismiss(positionId, question.key, text);
    else ui.actions.applyFix(positionId, question.key, question.fix, text);
    setQuestion(null);
  };
  const press = (finding: FindingView, index: number) => (event: Event) => {
    const fix = finding.fixes[index];
    if (!fix || !ui.honest(event)) return;
    if (fix.ask) setQuestion({ key: finding.key, fix: index, label: t(`overlay.ask_${fix.ask}`) });
    else ui.actions.applyFix(positionId, finding.key, index, '');
  };
  return (
    <section aria-live="polite">
      {findings.map((finding) => (
        <div key={finding.key} class={`finding finding-${finding.state}`}>
          <span class="sign" aria-hidden="true">
            {signOf(finding.state)}
          </span>
          <div>
            <b>{finding.what}</b>
            <p class="text">{finding.why}</p>
            {finding.source !== '' && <p class="quiet">{finding.source}</p>}
            <div class="actions">
              {finding.fixes.map((fix, index) => (
                <button key={fix.label} type="button" class="button" onClick={press(finding, index)}>
                  {fix.label}
                </button>
              ))}
              <button
                type="button"
                class="link"
                onClick={(event) =>
                  ui.trusted(event) &&
                  setQuestion({ key: finding.key, fix: null, label: t('overlay.ask_reason') })
                }
              >
                {t('overlay.dismiss')}
              </button>
            </div>
            {question?.key === finding.key && (
              <Ask question={question} ui={ui} onAnswer={answer} onCancel={() => setQuestion(null)} />
            )}
          </div>
        </div>
      ))}
    </section>
  );
}

interface AskProps {
  question: Question;
  ui: OverlayUi;
  onAnswer: (text: string) => void;
  onCancel: () => void;
}

/** One line to answer; Enter or the button takes it, Esc puts it away. */
function Ask({ question, ui, onAnswer, onCancel }: AskProps) {
  const [text, setText] = useState('');
  const done = (event: Event) => {
    if (text.trim() !== '' && ui.honest(event)) onAnswer(text.trim());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onCancel();
    } else if (event.key === 'Enter') done(event);
  };
  return (
    <div class="ask">
      <label>
        {question.label}
        <input
          class="input"
          value={text}
          maxLength={2000}
          ref={(element) => void (text === '' && element?.focus())}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </label>
      <button type="button" class="button" onClick={done}>
        {t('overlay.done')}
      </button>
    </div>
  );
}
