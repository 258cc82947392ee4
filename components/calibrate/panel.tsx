import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import { Button } from '../ui/button.tsx';
import type { CalibrateActions, CalibrateView, Mark, ResultView } from './types.ts';

interface PanelProps {
  view: CalibrateView;
  /** Which corner of the window is free. */
  side: 'left' | 'right';
  actions: CalibrateActions;
}

/** «Показать форму»: one step at a time, then what was found, before anything is kept. */
export function CalibratePanel({ view, side, actions }: PanelProps) {
  const area = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(
    () => (view.step ? area.current : heading.current)?.focus({ preventScroll: true }),
    [view.step],
  );
  const keys = (event: KeyboardEvent): void => {
    if (!actions.onKey(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    actions.onCancel();
  };
  return (
    <section class={`panel panel-${side}`} role="dialog" aria-label={t('calibrate.title')} onKeyDown={leave}>
      <h2 ref={heading} tabIndex={-1}>
        {t('calibrate.title')}
        {view.step && view.number <= 3 && (
          <span class="quiet"> {t('calibrate.step', { number: view.number, of: 3 })}</span>
        )}
      </h2>
      {view.step ? (
        <>
          <div
            ref={area}
            class="area"
            role="application"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: keys choose among the page's texts and fields here
            tabIndex={0}
            aria-describedby="how"
            aria-label={t(`calibrate.ask.${view.step}`)}
            onKeyDown={keys}
          >
            <p class="ask">{t(`calibrate.ask.${view.step}`)}</p>
            <p class="candidate" aria-live="polite">
              {view.candidate || ' '}
            </p>
          </div>
          {view.problem && (
            <p class="problem" role="alert">
              <span aria-hidden="true">▲ </span>
              {view.problem}
            </p>
          )}
          <p id="how" class="quiet">
            {t('calibrate.how')}
          </p>
          <div class="row">
            {view.optional && <Button onClick={actions.onSkip}>{t('calibrate.skip')}</Button>}
            {view.optional && view.step !== 'comment' && (
              <Button onClick={actions.onEnough}>{t('calibrate.enough')}</Button>
            )}
            {view.number > 1 && <Button onClick={actions.onBack}>{t('calibrate.back')}</Button>}
            <Button onClick={actions.onCancel}>{t('calibrate.cancel')}</Button>
          </div>
        </>
      ) : (
        view.result && <Result result={view.result} actions={actions} />
      )}
    </section>
  );
}

function Result({ result, actions }: { result: ResultView; actions: CalibrateActions }) {
  return (
    <>
      <p role="status">
        {t('calibrate.found', {
          positions: result.positions,
          links: result.links,
        })}
        {result.withoutComment > 0 && `. ${t('calibrate.foundWithout', { n: result.withoutComment })}`}
      </p>
      {result.unrecognised > 0 && (
        <p class="problem">
          <span aria-hidden="true">▲ </span>
          {t('calibrate.unrecognised', { n: result.unrecognised })}
        </p>
      )}
      {result.missing.length > 0 && (
        <p class="problem">
          <span aria-hidden="true">▲ </span>
          {t('calibrate.missing', { parts: result.missing.join(', ') })}
        </p>
      )}
      <ul class="key" aria-hidden="true">
        <li class="position">{t('calibrate.part.position')}</li>
        <li class="link">{t('calibrate.part.link')}</li>
        <li class="comment">{t('calibrate.part.comment')}</li>
      </ul>
      {result.why.length > 0 && (
        <details>
          <summary>{t('calibrate.why.title')}</summary>
          <ul>
            {result.why.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
      <p class="quiet">{t('calibrate.refineHint')}</p>
      <div class="row">
        <Button
          look="primary"
          disabled={result.positions === 0 || result.links === 0}
          onClick={actions.onSave}
        >
          {t('calibrate.save')}
        </Button>
        <Button onClick={actions.onRefine}>{t('calibrate.refine')}</Button>
        <Button onClick={actions.onCancel}>{t('calibrate.cancel')}</Button>
      </div>
    </>
  );
}

/** Rectangles over the page's own parts; the page itself is left alone. */
export function Marks({ marks }: { marks: readonly Mark[] }) {
  return (
    <div aria-hidden="true">
      {marks.map(({ kind, left, top, width, height }) => (
        <div
          key={`${kind} ${left} ${top} ${width}`}
          class={`mark ${kind}`}
          style={{ left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` }}
        />
      ))}
    </div>
  );
}

/** The saved profile no longer fits in some part: says which, and offers to show it again. */
export function RepairNote({
  parts,
  onRepair,
  onClose,
}: {
  parts: string;
  onRepair: () => void;
  onClose: () => void;
}) {
  return (
    <section class="panel panel-right" aria-label={t('calibrate.title')}>
      <p role="status">
        <span aria-hidden="true">▲ </span>
        {t('calibrate.changed', { parts })}
      </p>
      <div class="row">
        <Button look="primary" onClick={onRepair}>
          {t('calibrate.repair')}
        </Button>
        <Button onClick={onClose}>{t('calibrate.later')}</Button>
      </div>
    </section>
  );
}
