const streams = [process.stdout, process.stderr].map((stream) => stream.write.bind(stream));

/** Tells the host, in both streams, that what follows belongs to another invocation. */
export const markEndOfInvocation = (requestId) => {
  for (const write of streams) write(`\u001e${requestId}\u001e\n`);
};

/** Writes one log event: a line, so that line ends within it become carriage returns as on AWS. */
export const writeLogLine = (text) => {
  streams[0](`${text.replaceAll('\n', '\r')}\n`);
};
