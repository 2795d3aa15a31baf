//! What a browser reports while it is driven: messages on its console and requests on the network.
//! WebDriver BiDi over a web socket.

use std::net::TcpStream;
use std::time::Duration;

use serde_json::{Value, json};
use tungstenite::{Message, WebSocket};

/// An answer that takes longer will not come.
const PATIENCE: Duration = Duration::from_secs(60);

/// A line to the browser, on which events come between the answers.
pub(crate) struct Events {
    socket: WebSocket<TcpStream>,
    asked: u64,
    heard: Vec<Value>,
}

impl Events {
    /// Opens the line whose address the driver has granted, and subscribes to events.
    #[track_caller]
    pub(crate) fn open(address: &str, names: &[&str]) -> Events {
        let host = address
            .strip_prefix("ws://")
            .and_then(|rest| rest.split('/').next())
            .expect("the address of a web socket");
        let stream = TcpStream::connect(host).expect("a connection for events");
        stream
            .set_read_timeout(Some(PATIENCE))
            .expect("a time-out for events");
        let (socket, _) = tungstenite::client(address, stream).expect("a web socket for events");
        let mut events = Events {
            socket,
            asked: 0,
            heard: Vec::new(),
        };
        events.ask("session.subscribe", &json!({ "events": names }));
        events
    }

    /// Asks the browser for something; events that come before the answer are kept.
    #[track_caller]
    pub(crate) fn ask(&mut self, method: &str, parameters: &Value) -> Value {
        self.asked += 1;
        let question = json!({ "id": self.asked, "method": method, "params": parameters });
        self.socket
            .send(Message::text(question.to_string()))
            .expect("a line that takes questions");
        loop {
            let message = self.socket.read().expect("an answer of the browser");
            let Message::Text(text) = message else {
                continue;
            };
            let news: Value = serde_json::from_str(&text).expect("news as JSON");
            if news["type"] == "event" {
                self.heard.push(news);
            } else if news["id"] == self.asked {
                assert_eq!(news["type"], "success", "{method}: {news}");
                return news["result"].clone();
            }
        }
    }

    /// The parameters of all events of a name that have come so far.
    #[track_caller]
    pub(crate) fn heard(&mut self, name: &str) -> Vec<Value> {
        // Events come in order: those of the past come before the answer to this.
        self.ask("session.status", &json!({}));
        let named = self.heard.iter().filter(|event| event["method"] == name);
        named.map(|event| event["params"].clone()).collect()
    }
}
