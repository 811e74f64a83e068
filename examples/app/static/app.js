const token = 'demo-token';
const element = id => document.getElementById(id);

async function call(method, path, body) {
  const headers = method === 'GET' ? {} : {Authorization: 'Bearer ' + token, 'Content-Type': 'application/json'};
  const response = await fetch(path, {method, headers, body: body && JSON.stringify(body)});
  const data = response.status === 204 ? null : await response.json();
  element('message').textContent = response.ok ? '' : data.error;
  return response.ok ? data : undefined;
}

async function showUsers() {
  const data = await call('GET', '/api/users?search=' + encodeURIComponent(element('search').value));
  if (!data) return;
  element('users').replaceChildren(...data.users.map(user => {
    const item = document.createElement('li');
    item.textContent = `${user.name} <${user.email}> `;
    const remove = document.createElement('button');
    remove.textContent = 'remove';
    remove.onclick = async () => { await call('DELETE', '/api/users/' + user.id); showUsers(); };
    item.append(remove);
    return item;
  }));
}

element('add').onsubmit = async event => {
  event.preventDefault();
  const user = await call('POST', '/api/users', {name: element('name').value, email: element('email').value});
  if (user) { event.target.reset(); showUsers(); }
};

element('submit').onsubmit = async event => {
  event.preventDefault();
  let job = await call('POST', '/api/jobs', {text: element('text').value});
  while (job && job.state !== 'done') {
    await new Promise(resume => setTimeout(resume, 50));
    job = await call('GET', '/api/jobs/' + job.id);
  }
  if (job) element('job').textContent = `${job.result.words} words, longest “${job.result.longest}”: ${job.result.shouted}`;
};

element('search').oninput = showUsers;
call('GET', '/api/visits').then(data => { element('visits').textContent = data.visits; });
showUsers();
