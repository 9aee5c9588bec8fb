/** Command-line settings of a modest server that listens on this machine only. */
export function postgresSettings(port: number, durable: boolean): string[] {
  const settings: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 100,
    shared_buffers: '64MB',
    io_method: 'sync',
    jit: 'off',
    max_wal_size: '256MB',
    shared_preload_libraries: 'pg_stat_statements',
    // The insight knows a statement by its text as it was sent, so the text must be whole.
    track_activity_query_size: '16kB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_error_verbosity: 'terse',
    log_line_prefix: '%m [%p] %a ',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
