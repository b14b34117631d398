type Command = (data: unknown) => unknown;

/** What the commands of the Amazon Connect SDK ask the panel. */
export interface SdkWorld {
  readonly region: string;
  readonly origin: string;
  readonly isOnline: () => boolean;
  readonly isOnHold: (participantId: string) => boolean;
  readonly publish: (key: string, data: unknown) => void;
}

/** The commands of the Amazon Connect SDK that the streams library itself uses. */
export function sdkCommands(world: SdkWorld): Readonly<Record<string, Command>> {
  let mode = 'NONE';
  return {
    'contact/getInstanceDetails': () => ({ origin: world.origin, region: world.region }),
    'contact/isPreviewMode': () => false,
    'agent/getNetworkConnectionStatus': () => ({
      status: world.isOnline() ? 'connected' : 'disconnected',
      timestamp: new Date(),
    }),
    'voice/getVoiceEnhancementMode': () => ({ voiceEnhancementMode: mode }),
    'voice/setVoiceEnhancementMode': (data) => {
      mode = (data as { readonly voiceEnhancementMode: string }).voiceEnhancementMode;
      world.publish('voice/voiceEnhancementModeChanged', { voiceEnhancementMode: mode });
      return {};
    },
    'voice/canResumeParticipant': (data) => ({
      canResumeParticipant: world.isOnHold((data as { readonly participantId: string }).participantId),
    }),
    sendActivity: () => ({}),
  };
}
