// Echoes every message through the connector. Without an app id the SDK verifies nobody and sends no token, so what is measured is the least a
// bot of this SDK does: parse, run a turn, send one message. Nothing is stored.
'use strict';

const http = require('node:http');
const { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication } = require('botbuilder');

const port = Number(process.env.PORT ?? 3979);
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
adapter.onTurnError = async (context, error) => { console.error(error); };

const bot = new ActivityHandler();
bot.onMessage(async (context, next) => {
    await context.sendActivity(`Echo: ${ context.activity.text }`);
    await next();
});

// The adapter expects the request and response of restify or express; these few members are all it uses.
function wrap(response) {
    return {
        socket: response.socket,
        header: (name, value) => response.setHeader(name, value),
        status(code) { response.statusCode = code; return this; },
        send(body) {
            if (body === undefined) { response.end(); } else { response.end(typeof body === 'string' ? body : JSON.stringify(body)); }
            return this;
        },
        end: (...args) => response.end(...args),
    };
}

const server = http.createServer((request, response) => {
    if (request.method !== 'POST') { response.statusCode = 405; response.end(); return; }
    const chunks = [];
    request.on('data', chunk => chunks.push(chunk));
    request.on('end', () => {
        const body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
        const wrapped = { body, headers: request.headers, method: request.method };
        adapter.process(wrapped, wrap(response), context => bot.run(context)).catch(error => {
            console.error(error);
            if (!response.writableEnded) { response.statusCode = 500; response.end(); }
        });
    });
});
server.keepAliveTimeout = 60_000;
server.listen(port, '127.0.0.1', () => console.log(`echo ${ process.pid } on http://127.0.0.1:${ port }/api/messages`));
