use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::*;
use crate::scaffold;

/// Longer than any change takes to arrive, on a busy machine too.
const PATIENCE: Duration = Duration::from_secs(20);
/// Long enough that a change which is told of would have arrived.
const STILLNESS: Duration = Duration::from_millis(700);

const SECTION: &str = "content/sections/10-comparison/en.md";

/// A preview of a new study.
struct Running {
    project: tempfile::TempDir,
    address: SocketAddr,
    sender: Sender<Signal>,
    /// Whether each build after the first made a site.
    builds: Receiver<bool>,
    thread: Option<JoinHandle<io::Result<()>>>,
}

impl Running {
    fn start() -> Self {
        let project = tempfile::tempdir().unwrap();
        scaffold::create(project.path()).unwrap();
        Self::start_in(project)
    }

    fn start_in(project: tempfile::TempDir) -> Self {
        let (sender, receiver) = mpsc::channel();
        let (told, builds) = mpsc::channel();
        let (serving, address) = mpsc::channel();
        let options = Options {
            project: project.path().to_owned(),
            build: BuildOptions::default(),
            port: Port::Exactly(0),
        };
        let own_sender = sender.clone();
        let thread = thread::spawn(move || {
            let mut report = |event: Event<'_>| match event {
                Event::Serving(address) => serving.send(address).unwrap(),
                Event::Built { made, .. } => {
                    let _ = told.send(made);
                }
            };
            run(&options, &mut report, &own_sender, &receiver)
        });
        let address = address.recv_timeout(PATIENCE).unwrap();
        builds.recv().unwrap();
        Self { project, address, sender, builds, thread: Some(thread) }
    }

    fn host(&self) -> String {
        self.address.to_string()
    }

    fn connect(&self, request: &str) -> BufReader<TcpStream> {
        let mut stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        BufReader::new(stream)
    }

    fn request(&self, request: &str) -> (u16, String) {
        let mut answer = String::new();
        self.connect(request).read_to_string(&mut answer).unwrap();
        let status = answer.split(' ').nth(1).unwrap().parse().unwrap();
        (status, answer)
    }

    fn get_with(&self, path: &str, headers: &str) -> (u16, String) {
        self.request(&format!(
            "GET {path} HTTP/1.1\r\n{headers}Connection: close\r\n\r\n"
        ))
    }

    fn get(&self, path: &str) -> (u16, String) {
        self.get_with(path, &format!("Host: {}\r\n", self.host()))
    }

    fn edit(&self, path: &str, text: &str) {
        fs::write(self.project.path().join(path), text).unwrap();
    }

    fn append(&self, path: &str, text: &str) {
        let old = fs::read_to_string(self.project.path().join(path)).unwrap();
        self.edit(path, &format!("{old}\n{text}\n"));
    }

    fn built(&self) -> bool {
        self.builds.recv_timeout(PATIENCE).unwrap()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.sender.send(Signal::Stop);
        if let Some(thread) = self.thread.take() {
            thread.join().unwrap().unwrap();
        }
    }
}

fn next_version(events: &mut BufReader<TcpStream>) -> String {
    let mut line = String::new();
    loop {
        line.clear();
        assert_ne!(events.read_line(&mut line).unwrap(), 0, "the stream has ended");
        if let Some(version) = line.strip_prefix("data: ") {
            return version.trim().to_owned();
        }
    }
}

#[test]
fn pages_are_served_with_the_script() {
    let running = Running::start();
    let (status, page) = running.get("/");
    assert_eq!(status, 200);
    assert!(page.contains("content-type: text/html; charset=utf-8"), "{page}");
    assert!(page.contains("/__baspa/preview.js"), "{page}");
    let (status, script) = running.get("/__baspa/preview.js");
    assert_eq!(status, 200);
    assert!(script.contains("text/javascript"), "{script}");
    assert_eq!(running.get("/en/").0, 200);
    assert_eq!(running.get("/en").0, 308);
    assert_eq!(running.get("/en/?a=b").0, 200);
}

#[test]
fn nothing_but_the_site_is_served() {
    let running = Running::start();
    for path in [
        "/../content/study.yaml",
        "/content/study.yaml",
        "/en/../../content/study.yaml",
        "/%2e%2e/content/study.yaml",
        "/..%2fcontent/study.yaml",
        "/etc/passwd",
        "//etc/passwd",
        "/__baspa/",
    ] {
        assert_eq!(running.get(path).0, 404, "{path}");
    }
}

#[test]
fn a_request_under_another_name_is_refused() {
    let running = Running::start();
    let (host, port) = (running.host(), running.address.port());
    for headers in [
        String::new(),
        "Host: evil.example\r\n".to_owned(),
        format!("Host: evil.example:{port}\r\n"),
        "Host: 127.0.0.1\r\n".to_owned(),
        format!("Host: localhost:{port}.evil.example\r\n"),
        format!("Host: {host}\r\nOrigin: http://evil.example\r\n"),
        format!("Host: {host}\r\nOrigin: https://{host}\r\n"),
        format!("Host: {host}\r\nOrigin: null\r\n"),
        format!(
            "Host: {host}\r\nOrigin: http://{host}\r\nOrigin: http://evil.example\r\n"
        ),
    ] {
        for path in ["/", "/__baspa/events"] {
            let status = running.get_with(path, &headers).0;
            assert!(matches!(status, 400 | 403), "{status} for {headers}");
        }
    }
    let absolute = "http://evil.example/";
    assert_eq!(running.get_with(absolute, &format!("Host: {host}\r\n")).0, 403);
    for headers in [
        format!("Host: localhost:{port}\r\n"),
        format!("Host: {host}\r\nOrigin: http://{host}\r\n"),
    ] {
        assert_eq!(running.get_with("/", &headers).0, 200, "{headers}");
    }
}

#[test]
fn only_reading_is_allowed() {
    let running = Running::start();
    let host = running.host();
    let request = |method: &str| {
        running.request(&format!(
            "{method} / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
        ))
    };
    assert_eq!(request("POST").0, 405);
    let (status, answer) = request("HEAD");
    assert_eq!(status, 200);
    assert!(answer.ends_with("\r\n\r\n"), "{answer}");
}

#[test]
fn a_change_on_the_disk_reaches_the_page() {
    let running = Running::start();
    let host = running.host();
    let mut events = running.connect(&format!(
        "GET /__baspa/events?page=/en/ HTTP/1.1\r\nHost: {host}\r\n\r\n"
    ));
    let first = next_version(&mut events);
    assert!(running.get("/en/").1.contains(&first), "the page names its version");
    running.append(SECTION, "A sentence that was not there.");
    let second = next_version(&mut events);
    assert_ne!(first, second);
    let (_, page) = running.get("/en/");
    assert!(page.contains(&second) && page.contains("that was not there"), "{page}");
}

#[test]
fn a_broken_edit_keeps_the_last_good_site_and_shows_the_errors() {
    let running = Running::start();
    let study = fs::read_to_string(running.project.path().join("content/study.yaml"));
    fs::remove_file(running.project.path().join("content/study.yaml")).unwrap();
    assert!(!running.built());
    let (status, page) = running.get("/en/");
    assert_eq!(status, 200);
    assert!(page.contains("data-severity=\"error\""), "{page}");
    assert!(page.contains("study.yaml"), "{page}");
    assert!(page.contains("Three alphabets"), "the last good page stays");
    running.edit("content/study.yaml", &study.unwrap());
    assert!(running.built());
    assert!(running.get("/en/").1.contains("data-severity=\"none\""));
}

#[test]
fn a_project_that_never_built_shows_what_is_wrong_and_recovers() {
    let project = tempfile::tempdir().unwrap();
    let running = Running::start_in(project);
    let (status, page) = running.get("/");
    assert_eq!(status, 503);
    assert!(page.contains("baspa new"), "{page}");
    let made = tempfile::tempdir().unwrap();
    scaffold::create(made.path()).unwrap();
    let copied = running.project.path().join("content");
    if fs::rename(made.path().join("content"), &copied).is_ok() {
        while !running.built() {}
        assert_eq!(running.get("/").0, 200);
        running.append(SECTION, "A folder that came later is watched.");
        assert!(running.built());
    }
}

#[test]
fn what_is_not_read_wakes_nobody() {
    let running = Running::start();
    fs::create_dir(running.project.path().join("public")).unwrap();
    running.edit("public/index.html", "output");
    running.edit("notes.txt", "beside");
    running.edit("content/study.yaml~", "a copy of an editor");
    fs::read_to_string(running.project.path().join(SECTION)).unwrap();
    assert!(running.builds.recv_timeout(STILLNESS).is_err());
}

#[test]
fn a_burst_of_changes_is_one_build() {
    let running = Running::start();
    for count in 0..20 {
        running.edit(SECTION, &format!("# Title\n\nText {count}.\n"));
    }
    running.built();
    let more = std::iter::from_fn(|| running.builds.recv_timeout(STILLNESS).ok()).count();
    assert!(more <= 2, "{more} more builds");
}
