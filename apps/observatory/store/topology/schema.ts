/** A duration is counted with its neighbours: a percentile of calls is right within 10 %. */
export const bucketsTogether = 4;

export const topologySchema = `
create table edge_minutes (
  minute integer not null,
  from_node text not null,
  to_node text not null,
  kind text not null,
  bucket integer not null,
  calls integer not null,
  errors integer not null,
  primary key (minute, from_node, to_node, kind, bucket)
) without rowid;
create table peers (
  address text primary key,
  service text not null
) without rowid;
`;
