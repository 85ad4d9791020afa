//! Requests and answers: HTTP around [`Preview`].

use std::convert::Infallible;
use std::io;
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread::{self, JoinHandle};

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use tokio::sync::{oneshot, watch};
use tokio_stream::StreamExt;
use tokio_stream::wrappers::WatchStream;

use super::Signal;
use super::looked::Looked;
use super::preview::{HTML, Preview, Reply};

/// The preview that is shown now; whoever subscribes learns of the next.
pub(super) type Current = watch::Sender<Arc<Preview>>;

/// The thread that answers requests.
pub(super) struct Server {
    stop: oneshot::Sender<()>,
    thread: JoinHandle<()>,
}

impl Server {
    /// Ends all connections and the thread.
    pub(super) fn stop(self) {
        // It has ended already if nobody receives this.
        let _ = self.stop.send(());
        let _ = self.thread.join();
    }
}

/// Answers requests on `listener` until it is stopped; Ctrl-C sends [`Signal::Stop`].
pub(super) fn start(
    listener: TcpListener,
    current: watch::Receiver<Arc<Preview>>,
    looked: Arc<Looked>,
    signals: Sender<Signal>,
) -> io::Result<Server> {
    listener.set_nonblocking(true)?;
    let port = listener.local_addr()?.port();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let (stop, stopped) = oneshot::channel();
    let answering = Answering { current, looked, hosts: hosts(port) };
    let serving = async move {
        let Ok(listener) = tokio::net::TcpListener::from_std(listener) else { return };
        let router = Router::new().fallback(answer).with_state(Arc::new(answering));
        tokio::spawn(axum::serve(listener, router).into_future());
        tokio::spawn(async move {
            if tokio::signal::ctrl_c().await.is_ok() {
                let _ = signals.send(Signal::Stop);
            }
        });
        let _ = stopped.await;
    };
    // Dropping the runtime ends the pages' event streams, which never end by themselves.
    let thread = thread::Builder::new().name("preview".to_owned());
    let thread = thread.spawn(move || runtime.block_on(serving))?;
    Ok(Server { stop, thread })
}

struct Answering {
    current: watch::Receiver<Arc<Preview>>,
    looked: Arc<Looked>,
    hosts: [String; 2],
}

fn hosts(port: u16) -> [String; 2] {
    [format!("127.0.0.1:{port}"), format!("localhost:{port}")]
}

async fn answer(State(answering): State<Arc<Answering>>, request: Request) -> Response {
    let Some(host) = answering.host(&request) else {
        let refusal = "The preview is for this machine only.\n";
        return (StatusCode::FORBIDDEN, refusal).into_response();
    };
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let allow = [(header::ALLOW, "GET, HEAD")];
        return (StatusCode::METHOD_NOT_ALLOWED, allow).into_response();
    }
    let path = request.uri().path();
    if path == "/__baspa/events" {
        let page = request.uri().query().and_then(|query| query.strip_prefix("page="));
        return events(answering.current.clone(), page.unwrap_or("/").to_owned());
    }
    let preview = Arc::clone(&answering.current.borrow());
    let reply = preview.reply(path, &format!("http://{host}"));
    if reply.status == 200 && reply.content_type == HTML {
        Preview::place(path).into_iter().for_each(|place| answering.looked.at(place));
    }
    response(reply)
}

impl Answering {
    /// The host that the request names, if it is this one and no page of another site
    /// asked: a name that an attacker lets point here would make the preview readable
    /// to their page.
    fn host(&self, request: &Request) -> Option<&str> {
        let named = only(request.headers(), header::HOST)?;
        let host = self.hosts.iter().find(|host| named.eq_ignore_ascii_case(host))?;
        let own = |origin: &str| {
            let origin = origin.strip_prefix("http://");
            origin.is_some_and(|origin| self.hosts.iter().any(|host| host == origin))
        };
        let uri_host = request.uri().authority().map(|name| name.as_str());
        let same_uri = uri_host.is_none_or(|name| name.eq_ignore_ascii_case(host));
        let headers = request.headers();
        let same_origin = !headers.contains_key(header::ORIGIN)
            || only(headers, header::ORIGIN).is_some_and(own);
        (same_uri && same_origin).then_some(host.as_str())
    }
}

/// The value of a header that stands once.
fn only(headers: &HeaderMap, name: header::HeaderName) -> Option<&str> {
    let mut values = headers.get_all(name).iter();
    let value = values.next()?.to_str().ok()?;
    values.next().is_none().then_some(value)
}

/// Tells a page its version, now and at each change of anything. `page` is its path as the
/// browser has it.
fn events(current: watch::Receiver<Arc<Preview>>, page: String) -> Response {
    let versions = WatchStream::new(current).map(move |preview| {
        Ok::<_, Infallible>(Event::default().data(preview.version(&page)))
    });
    Sse::new(versions).keep_alive(KeepAlive::default()).into_response()
}

fn response(reply: Reply) -> Response {
    let mut response = Response::builder()
        .status(reply.status)
        .header(header::CONTENT_TYPE, reply.content_type)
        .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
        .header("cross-origin-resource-policy", "same-origin")
        .header(header::CACHE_CONTROL, "no-store");
    if let Some(policy) = reply.policy {
        response = response.header(header::CONTENT_SECURITY_POLICY, policy);
    }
    if let Some(location) = reply.location {
        response = response.header(header::LOCATION, location);
    }
    let built = response.body(Body::from(reply.body));
    built.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}
