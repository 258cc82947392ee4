import type { ComponentChildren } from 'preact';

export type Tone = 'plain' | 'wrong' | 'doubtful' | 'fine';

const SIGNS: Record<Tone, string> = { plain: '', wrong: '●', doubtful: '▲', fine: '✓' };

interface NoticeProps {
  tone?: Tone;
  /** Read out as soon as it appears: `alert` for what went wrong, `status` for the rest. */
  live?: boolean;
  children: ComponentChildren;
}

/** A sentence that matters: shape and text beside colour. */
export function Notice({ tone = 'plain', live = false, children }: NoticeProps) {
  const role = live ? (tone === 'wrong' ? 'alert' : 'status') : undefined;
  return (
    <div class={`notice notice-${tone}`} role={role}>
      {SIGNS[tone] && (
        <span class="notice-sign" aria-hidden="true">
          {SIGNS[tone]}
        </span>
      )}
      <div>{children}</div>
    </div>
  );
}
