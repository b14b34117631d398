/** A target that runs commands in the project's folder, one after the other; the first that fails ends it. */
export const commandTarget = (root: string, ...commands: readonly string[]) => ({
  executor: 'nx:run-commands',
  options:
    commands.length === 1 ? { command: commands[0], cwd: root } : { commands, parallel: false, cwd: root },
});
