import { useElementSize } from '@mantine/hooks';
import type { TopologyEdge, TopologyNode } from '@octo/contracts/observatory-topology.ts';
import { formatShare } from '@octo/ui/format.ts';
import { Link } from 'react-router';
import { durationOf, kindWords, perMinute, wayOf } from './edge-columns.tsx';
import { edgePath, type NodesById, nodePath } from './edge-path.ts';
import { layOutTopology, nodeHeight, nodeWidth, type PlacedEdge } from './lay-out-topology.ts';
import type { PlacedNode } from './placed-node.ts';
import classes from './topology-picture.module.css';

interface TopologyPictureProps {
  nodes: readonly TopologyNode[];
  edges: readonly TopologyEdge[];
  minutes: number;
}

const margin = 8;
/** Of the stylesheet. */
const padding = 18;
const seriousShare = 0.05;

/** Services as boxes, calls as lines; everything leads to the traces that it is made of. */
export function TopologyPicture({ nodes, edges, minutes }: TopologyPictureProps) {
  const { ref, width: room } = useElementSize();
  const { left, top, width, height, ...placed } = layOutTopology(
    nodes,
    edges,
    Math.max(0, room - 2 * (margin + padding)),
  );
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return (
    <figure className={classes.picture} ref={ref}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide picture is scrolled with the keys */}
      <section className={classes.scroll} aria-label="Picture of the calls" tabIndex={0}>
        <svg
          width={width + 2 * margin}
          height={height}
          viewBox={`${left - margin} ${top} ${width + 2 * margin} ${height}`}
        >
          <title>Who calls whom</title>
          <defs>
            {['quiet', 'warn', 'bad'].map((tone) => (
              <marker
                key={tone}
                id={`arrow-${tone}`}
                className={classes.arrow}
                data-tone={tone}
                viewBox="0 0 8 8"
                refX="7"
                refY="4"
                markerWidth="7"
                markerHeight="7"
                markerUnits="userSpaceOnUse"
                orient="auto"
              >
                <path d="M 0 0 L 8 4 L 0 8 z" />
              </marker>
            ))}
          </defs>
          {placed.edges.map((one) => (
            <Edge
              key={`${one.edge.from} ${one.edge.to} ${one.edge.kind}`}
              placed={one}
              nodes={byId}
              minutes={minutes}
            />
          ))}
          {placed.edges.map((one) => (
            <EdgeWords key={`${one.edge.from} ${one.edge.to} ${one.edge.kind}`} placed={one} />
          ))}
          {placed.nodes.map((one) => (
            <Node key={one.node.id} placed={one} minutes={minutes} />
          ))}
        </svg>
      </section>
      <figcaption className={classes.legend}>
        Per minute, and how long 95% took at most. A dashed line is messages that went through the outbox.
      </figcaption>
    </figure>
  );
}

function Edge({ placed, nodes, minutes }: { placed: PlacedEdge; nodes: NodesById; minutes: number }) {
  const { edge, path } = placed;
  const { kind, callsPerMinute, errorRate } = edge;
  const tone = toneOf(errorRate);
  const said = wordsOf(edge);
  const words = `${wayOf(edge, nodes)}, ${kindWords[kind].toLowerCase()}: ${said.map(({ text }) => text).join(', ')}`;
  return (
    <Link to={edgePath(edge, nodes, minutes)} aria-label={words} className={classes.edge} data-tone={tone}>
      <path d={path} className={classes.touch} />
      <path
        d={path}
        className={classes.line}
        data-kind={kind}
        strokeWidth={1.5 + Math.min(3, Math.log10(1 + callsPerMinute))}
        markerEnd={`url(#arrow-${tone})`}
      />
    </Link>
  );
}

/** Above all lines, so that none runs through them; the link of the line says the same. */
function EdgeWords({ placed: { edge, labelX, labelY, isAlong } }: { placed: PlacedEdge }) {
  const said = wordsOf(edge);
  const lines = isAlong ? 1 : said.length;
  const words = said.map(({ text, isBad }, line) => {
    const place = line < lines && { x: labelX, y: labelY + 5 + (line - (lines - 1) / 2) * 17 };
    return (
      <tspan key={text} {...place} data-bad={isBad}>
        {place ? text : `, ${text}`}
      </tspan>
    );
  });
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: text of a drawing takes no focus
    <g aria-hidden="true">
      <text className={classes.around}>{words}</text>
      <text className={classes.label}>{words}</text>
    </g>
  );
}

function wordsOf({ callsPerMinute, p95Ms, errors, errorRate }: TopologyEdge) {
  return [
    { text: `${perMinute(callsPerMinute)}/min`, isBad: false },
    { text: durationOf(p95Ms), isBad: false },
    ...(errors > 0 ? [{ text: `${formatShare(errorRate)} errors`, isBad: true }] : []),
  ];
}

function Node({ placed: { node, x, y }, minutes }: { placed: PlacedNode; minutes: number }) {
  const { kind, name, system, calls, errors } = node;
  const tone = toneOf(calls === 0 ? 0 : errors / calls);
  const about = aboutOf(node, minutes);
  const lines = linesOf(system === null ? name : `${name} ${system}`);
  return (
    <Link to={nodePath(node, minutes)} className={classes.node} data-kind={kind} data-tone={tone}>
      <rect x={x} y={y} width={nodeWidth} height={nodeHeight} rx={10} />
      <text className={classes.name}>
        {lines.map((line, index) => (
          <tspan key={line} x={x + nodeWidth / 2} y={y + 28 + index * 18 + (lines.length === 1 ? 6 : 0)}>
            {line}
          </tspan>
        ))}
      </text>{' '}
      <text x={x + nodeWidth / 2} y={y + nodeHeight - 14} className={classes.about}>
        {about}
      </text>
    </Link>
  );
}

function aboutOf({ kind, calls, errors }: TopologyNode, minutes: number): string {
  if (kind === 'callers') return 'no trace yet';
  if (kind === 'browser') return 'pages';
  const failed = errors === 0 ? '' : `, ${formatShare(errors / calls)} err.`;
  return `${perMinute(calls / minutes)}/min${failed}`;
}

function toneOf(errorRate: number): 'quiet' | 'warn' | 'bad' {
  if (errorRate >= seriousShare) return 'bad';
  return errorRate > 0 ? 'warn' : 'quiet';
}

const longestLine = 17;

/** A name in two lines at most, broken where it has a mark. */
function linesOf(name: string): string[] {
  if (name.length <= longestLine) return [name];
  const mark = name.slice(0, longestLine).search(/[-_. :][^-_. :]*$/);
  const at = mark > 0 ? mark + 1 : longestLine;
  const rest = name.slice(at);
  return [name.slice(0, at), rest.length > longestLine ? `${rest.slice(0, longestLine - 1)}…` : rest];
}
