import type { FieldProblem } from '@octo/contracts/problem.ts';
import { html } from '@octo/ui/html.ts';
import { layout } from './layout.ts';
import { traceId } from './parts/trace-id.ts';
import type { Site } from './site.ts';

export interface ProblemView {
  status: number;
  title: string;
  message: string;
  traceId: string;
  errors?: readonly FieldProblem[] | undefined;
}

export function problemPage(site: Site, view: ProblemView): string {
  const title = view.status === 400 ? 'That did not work' : view.title;
  const unsaid = (view.errors ?? []).filter(({ message }) => !view.message.includes(message));
  return layout(
    site,
    { title },
    html`<div class="wrap problem">
      <p class="muted number">Error ${view.status}</p>
      <h1>${title}</h1>
      <p class="lead">${view.message}</p>
      ${
        unsaid.length > 0 &&
        html`<ul class="problem-fields">${unsaid.map(({ field, message }) => html`<li><code>${field}</code> ${message}</li>`)}</ul>`
      }
      <p class="empty-actions">
        <a class="button" href="/shop">Shop all products</a>
        <a class="button button-quiet" href="/cart">Go to your cart</a>
      </p>
      ${traceId(view.traceId)}
    </div>`,
  );
}
