/** Shown until Amazon Connect has said who the agent is. */
export function Starting() {
  return (
    <main className="start">
      <div className="start-card">
        <h1>Atlas console</h1>
        <p role="status">Connecting to Amazon Connect…</p>
        <div className="progress-line" />
      </div>
    </main>
  );
}
