/** What every tab is told of; the panel needs nothing of it. Not echoed, as it is most of the traffic. */
const silent: ReadonlySet<string> = new Set([
  ...['log', 'server_bound_internal_log', 'client_metric', 'click_stream_data'],
  ...['softphone_stats', 'softphone_report', 'client_side_logs', 'api_metric'],
]);

const devices = ['speaker', 'microphone', 'ringer'];

/** A message from the panel to the embedding page. */
export interface Downstream {
  readonly event: string;
  readonly data?: unknown;
}

/** What comes of a broadcast: it is echoed, and some are answered. */
export function broadcastAnswers({ event, data }: Downstream, isInCall: boolean): readonly Downstream[] {
  if (silent.has(event)) return [];
  const echo: Downstream = { event, data };
  if (event === 'mute') {
    const { mute } = data as { readonly mute: boolean };
    return isInCall ? [echo, { event: 'agent::mute_toggle', data: { muted: mute } }] : [echo];
  }
  const device = devices.find((each) => event === `configuration::set_${each}_device`);
  if (device === undefined) return [echo];
  return [echo, { event: `configuration::${device}_device_changed`, data }];
}
